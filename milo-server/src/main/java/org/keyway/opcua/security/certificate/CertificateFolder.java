package org.keyway.opcua.security.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a folder holds of one kind, DER or PEM, one in each file. The folder is looked at each time, so that what somebody puts
 * in or takes out counts at once; a file is read again only when it has changed, and told of once when it can't be.
 *
 * @param <T> certificates or lists of revoked ones
 */
final class CertificateFolder<T> {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateFolder.class);
    private static final long LARGEST = 1_000_000;
    private static final int MOST_FILES = 2_000;

    private final Path folder;
    private final Decoder<T> decoder;
    private Map<Path, Entry<T>> known = Map.of();

    /** Reads one. */
    @FunctionalInterface
    interface Decoder<T> {
        T decode(CertificateFactory factory, ByteArrayInputStream content) throws CertificateException, CRLException;
    }

    private record Entry<T>(FileTime modified, long size, Optional<T> content) {
        boolean fits(BasicFileAttributes attributes) {
            return modified.equals(attributes.lastModifiedTime()) && size == attributes.size();
        }
    }

    CertificateFolder(Path folder, Decoder<T> decoder) {
        this.folder = folder;
        this.decoder = decoder;
    }

    /** What is there now. */
    List<T> content() {
        return files(Function.identity()).values().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What is there now, by its files. */
    synchronized <R> Map<Path, Optional<R>> files(Function<T, R> view) {
        Map<Path, Entry<T>> now = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .limit(MOST_FILES)
                    .forEach(file -> look(file).ifPresent(entry -> now.put(file, entry)));
        } catch (NoSuchFileException | NotDirectoryException none) {
            known = Map.of();
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known = now;
        Map<Path, Optional<R>> result = new HashMap<>();
        now.forEach((file, entry) -> result.put(file, entry.content().map(view)));
        return result;
    }

    private Optional<Entry<T>> look(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                return Optional.empty();
            }
            Entry<T> last = known.get(file);
            return Optional.of(last != null && last.fits(attributes) ? last : read(file, attributes));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Entry<T> read(Path file, BasicFileAttributes attributes) throws IOException {
        Optional<T> content = Optional.empty();
        try {
            if (attributes.size() <= LARGEST) {
                content = Optional.of(decoder.decode(
                        CertificateFactory.getInstance("X.509"), new ByteArrayInputStream(Files.readAllBytes(file))));
            }
        } catch (CertificateException | CRLException e) {
            LOG.debug("can't be read", e);
        }
        if (content.isEmpty()) {
            LOG.warn("{} is no certificate or list of certificates; it counts for nothing", file);
        }
        return new Entry<>(attributes.lastModifiedTime(), attributes.size(), content);
    }

    /** The time of the folder's last change, which a file that came and went leaves behind, and what is in it. */
    Object state() {
        List<T> content = content();
        try {
            return List.of(Files.getLastModifiedTime(folder), Set.copyOf(content));
        } catch (IOException none) {
            return List.of();
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
