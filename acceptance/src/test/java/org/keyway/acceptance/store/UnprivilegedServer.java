package org.keyway.acceptance.store;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The unpacked PostgreSQL, run as nobody by a root that may not make user namespaces. */
final class UnprivilegedServer {
    private static final String NOBODY = "65534";

    private UnprivilegedServer() {}

    /** The port of a new server, which ends with this process. */
    static int start(Exception refusal) throws IOException {
        Path binaries = binaries(refusal);
        Path folder = Files.createTempDirectory("keyway-postgresql");
        Path data = folder.resolve("data");
        run(List.of("chown", NOBODY, folder.toString()), folder);
        run(
                asNobody(binaries.resolve("initdb"), "-A", "trust", "-U", "postgres", "-D", data, "-E", "UTF-8", "-N"),
                folder);
        int port = freePort();
        Process server = process(
                asNobody(
                        binaries.resolve("postgres"),
                        "-D",
                        data,
                        "-p",
                        port,
                        "-k",
                        "",
                        "-F",
                        "-c",
                        "synchronous_commit=off",
                        "-c",
                        "max_connections=300"),
                folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> answers(port));
        return port;
    }

    private static Path binaries(Exception refusal) throws IOException {
        Path unpacked = Path.of(System.getProperty("java.io.tmpdir"), "embedded-pg");
        if (!Files.isDirectory(unpacked)) {
            throw new IOException("PostgreSQL can't be unpacked", refusal);
        }
        try (Stream<Path> versions = Files.list(unpacked)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("PostgreSQL can't be unpacked", refusal));
        }
    }

    private static List<String> asNobody(Path program, Object... arguments) {
        List<String> line = new ArrayList<>(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", program.toString()));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        return line;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (Connection connection = DriverManager.getConnection(url, "postgres", "")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void run(List<String> line, Path folder) throws IOException {
        try {
            int status = process(line, folder).waitFor();
            if (status != 0) {
                throw new IOException(line + " ended with " + status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Process process(List<String> line, Path folder) throws IOException {
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void stop(Process server, Path folder) {
        server.destroy();
        server.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(Path::toFile).sorted((one, other) -> other.compareTo(one)).forEach(File::delete);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
