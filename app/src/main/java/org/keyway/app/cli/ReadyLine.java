package org.keyway.app.cli;

import org.keyway.app.KeywayServer;

/** The line that tells scripts that everything answers. */
final class ReadyLine {
    private ReadyLine() {}

    static String of(KeywayServer server) {
        return "keyway ready http=" + server.http() + " opcua=" + server.opcUa();
    }
}
