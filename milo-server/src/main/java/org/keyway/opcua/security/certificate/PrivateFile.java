package org.keyway.opcua.security.certificate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.keyway.profile.store.DataFolder;

/** Writes files whole or not at all, so that whoever reads at the same moment finds the old one or the new one. */
final class PrivateFile {
    private PrivateFile() {}

    /** Writes a file that its owner alone may read. */
    static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file);
        createPrivate(draft);
        move(draft, file, content);
    }

    /** Writes a file that anybody may read. */
    static void writePublic(Path file, byte[] content) throws IOException {
        move(draft(file), file, content);
    }

    private static Path draft(Path file) throws IOException {
        Path draft = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".new");
        DataFolder.make(draft.resolveSibling("."));
        Files.deleteIfExists(draft);
        return draft;
    }

    private static void createPrivate(Path draft) throws IOException {
        if (hasPosixPermissions(draft)) {
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return;
        }
        Files.createFile(draft);
        closeToOthers(draft);
    }

    /** Takes from a file that there is what others may do with it. */
    static void closeToOthers(Path file) throws IOException {
        if (hasPosixPermissions(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return;
        }
        boolean closed =
                file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true);
        if (!closed) {
            throw new IOException(file + " can't be closed to others");
        }
    }

    private static boolean hasPosixPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void move(Path draft, Path file, byte[] content) throws IOException {
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
