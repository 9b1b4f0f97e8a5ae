package org.keyway.profile.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of an installation: what is made in it is for its owner alone, because hashes of passwords are kept there. That
 * holds where the file system knows permissions (POSIX); elsewhere what the folder hands down counts.
 */
public final class DataFolder {
    private static final Set<PosixFilePermission> OWN_FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<?> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DataFolder() {}

    /**
     * Makes a folder and those above it, as far as they are missing, {@code rwx------}; one that is there stays as it is.
     *
     * @throws IOException when it can't be made
     */
    public static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (knowsPermissions(folder)) {
            Files.createDirectories(folder, OWN_FOLDER);
        } else {
            Files.createDirectories(folder);
        }
    }

    /**
     * Makes an empty file {@code rw-------}, or takes from one that is there what others may do with it.
     *
     * @throws IOException when it can't be made, or is not ours to close
     */
    static void makeFile(Path file) throws IOException {
        make(file.toAbsolutePath().resolveSibling("."));
        if (!knowsPermissions(file)) {
            return;
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWN_FILE));
        } catch (FileAlreadyExistsException there) {
            close(file);
        }
    }

    /** Takes from a file what others may do with it, if there is such a file. */
    static void close(Path file) throws IOException {
        if (knowsPermissions(file)
                && Files.exists(file)
                && !Files.getPosixFilePermissions(file).equals(OWN_FILE)) {
            Files.setPosixFilePermissions(file, OWN_FILE);
        }
    }

    private static boolean knowsPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
