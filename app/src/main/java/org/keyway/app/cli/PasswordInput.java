package org.keyway.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Asks for a password: twice and unseen at a terminal, else the first line of standard input. Never an argument. */
final class PasswordInput {
    private static final int LONGEST = 10_000;

    private PasswordInput() {}

    /** The password; none when it was typed differently, or nothing came. */
    @SuppressWarnings(
            "SystemConsoleNull") // from Java 22 on there is one without a terminal too; it reads one line then
    static Optional<String> read() throws IOException {
        Console console = System.console();
        if (console != null) {
            return typed(console);
        }
        // Not closed: standard input is not ours to close.
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int c = input.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = input.read()) {
            line.append((char) c);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString().stripTrailing());
    }

    private static Optional<String> typed(Console console) {
        char[] first = console.readPassword("password: ");
        char[] again = console.readPassword("again: ");
        boolean same = again == null || Arrays.equals(first, again);
        return first != null && first.length > 0 && same ? Optional.of(new String(first)) : Optional.empty();
    }
}
