/**
 * Colours are for terminals, and for CI systems, which show them too. The library for them takes every Windows program to
 * write to a terminal: without this, escape sequences would stand in files there.
 */
const { env, stdout } = process;
if (!stdout.isTTY && !env.FORCE_COLOR && !env.CI) env.NO_COLOR = '1';
