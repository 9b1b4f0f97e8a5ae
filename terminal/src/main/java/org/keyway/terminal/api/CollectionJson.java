package org.keyway.terminal.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keyway.job.Job;
import org.keyway.job.ScanCollection;
import org.keyway.profile.Name;

/**
 * The scans of a job that needs several, as JSON.
 *
 * @param identifiers every role in the order of scanning, with what was scanned for it
 * @param refused why the last scan was refused; null when it was taken
 * @param scans how many scans are on record, refused ones too: this only ever grows
 * @param until when the last must be there
 */
public record CollectionJson(
        List<IdentifierJson> identifiers, @Nullable ProblemView refused, int scans, String until) {
    static CollectionJson of(ScanCollection collection) {
        return new CollectionJson(
                collection.roles().stream()
                        .map(role -> identifier(role, collection))
                        .toList(),
                collection.refused().map(ProblemView::of).orElse(null),
                collection.scans(),
                Times.text(collection.until()));
    }

    private static IdentifierJson identifier(ScanCollection.Role role, ScanCollection collection) {
        return collection.taken().stream()
                .filter(taken -> taken.role().equals(role.id()))
                .findFirst()
                .map(taken ->
                        new IdentifierJson(role.id(), role.name(), taken.data(), new TreeMap<>(taken.attributes())))
                .orElseGet(() -> new IdentifierJson(role.id(), role.name(), null, Map.of()));
    }

    /**
     * One role.
     *
     * @param data of its label; null until it is scanned
     * @param attributes what the label adds to the identity of the part
     */
    public record IdentifierJson(
            String role, Name name, @Nullable String data, Map<String, Object> attributes) {}

    /**
     * What must be scanned next.
     *
     * @param index its place among the job's scans, from 1
     * @param of how many scans the job needs
     */
    public record AwaitingJson(String role, Name name, int index, int of) {
        static @Nullable AwaitingJson of(Job job) {
            ScanCollection collection = job.collection().orElse(null);
            return collection == null
                    ? null
                    : job.awaited()
                            .map(role -> new AwaitingJson(
                                    role.id(),
                                    role.name(),
                                    collection.taken().size() + 1,
                                    collection.roles().size()))
                            .orElse(null);
        }
    }
}
