package org.keyway.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.profile.Name;

/**
 * The scans that make up one job where the part alone doesn't, as far as they have come.
 *
 * @param roles what is scanned, in this order
 * @param taken the scans that fitted, in the order of the roles
 * @param refused why the last scan was refused; empty when it was taken
 * @param refusals how many scans were refused so far
 * @param until the last must be there before
 */
public record ScanCollection(
        List<Role> roles, List<Taken> taken, Optional<Problem> refused, int refusals, Instant until) {
    public ScanCollection {
        roles = List.copyOf(roles);
        taken = List.copyOf(taken);
    }

    /** Something to be scanned, such as the part or a tool. */
    public record Role(String id, Name name) {}

    /**
     * A scan that fitted its role.
     *
     * @param attributes what it adds to the identity of the part
     */
    public record Taken(String role, String data, Map<String, Object> attributes) {
        public Taken {
            attributes = Map.copyOf(attributes);
        }
    }

    static ScanCollection of(JobEvent.Collecting event) {
        return new ScanCollection(event.roles(), List.of(), Optional.empty(), 0, event.until());
    }

    ScanCollection with(JobEvent.Collected event) {
        List<Taken> more = new ArrayList<>(taken);
        more.add(new Taken(event.role(), event.data(), event.attributes()));
        return new ScanCollection(roles, more, Optional.empty(), refusals, until);
    }

    ScanCollection refusing(Problem problem) {
        return new ScanCollection(roles, taken, Optional.of(problem), refusals + 1, until);
    }

    /** What must be scanned next; empty when everything is there. */
    public Optional<Role> awaited() {
        return taken.size() < roles.size() ? Optional.of(roles.get(taken.size())) : Optional.empty();
    }

    /** How many scans are on record: this only ever grows. */
    public int scans() {
        return taken.size() + refusals;
    }

    /** What the scans so far add to the identity of the part. */
    public Map<String, Object> attributes() {
        Map<String, Object> all = new HashMap<>();
        taken.forEach(scan -> all.putAll(scan.attributes()));
        return all;
    }
}
