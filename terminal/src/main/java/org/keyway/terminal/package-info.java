/**
 * What people and programs see of Keyway: the HTTP API, the live events, the pages. {@link
 * org.keyway.terminal.TerminalModule} wires it, {@link org.keyway.terminal.HttpServer} runs it. Requests come in, JSON and
 * pages go out. Nothing here knows of OPC UA or of tables, and nothing here decides whether a machine may start.
 */
@NullMarked
package org.keyway.terminal;

import org.jspecify.annotations.NullMarked;
