package org.keyway.identifier.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.identifier.Issue;
import org.keyway.identifier.scheme.IssueCode;

/** A guess at what the segments of a layout are, and why: by what differs, by place, by form. */
final class Roles {
    private static final Set<String> MARKS = Set.of("S", "SN", "NO", "L", "LOT", "T", "P", "PN");

    private final List<Segment> segments;
    private final Map<Segment, String> groups = new LinkedHashMap<>();
    private final List<Issue> reasons = new ArrayList<>();

    private Roles(List<Segment> segments) {
        this.segments = segments;
    }

    /** A layout with names for its groups; segments without a name are constant. */
    record Named(List<Segment> segments, Map<Segment, String> groups, List<Issue> reasons) {}

    /** The guess; empty when the layout leaves no part for the product. */
    static Optional<Named> guess(List<Segment> layout) {
        Roles roles = new Roles(layout);
        Optional<Segment> serial = roles.serial();
        List<Segment> merged = roles.withProductJoined(serial);
        Roles guess = new Roles(merged);
        return guess.name(serial);
    }

    private Optional<Named> name(Optional<Segment> serial) {
        List<Segment> fields = segments.stream()
                .filter(segment -> !segment.separator())
                .filter(segment -> serial.isEmpty() || !segment.equals(serial.get()))
                .toList();
        Optional<Segment> product = product(fields);
        if (product.isEmpty()) {
            return Optional.empty();
        }
        groups.put(product.get(), "product");
        fields.stream().filter(field -> !field.equals(product.get())).forEach(this::rest);
        serial.ifPresent(segment -> groups.put(segment, "serial"));
        reasons.add(0, serialReason(serial));
        return Optional.of(new Named(segments, groups, reasons));
    }

    /** The first field that is no date; a word that is the same in every sample is only passed over for another. */
    private static Optional<Segment> product(List<Segment> fields) {
        List<Segment> possible =
                fields.stream().filter(field -> Dates.form(field).isEmpty()).toList();
        return possible.stream()
                .filter(field -> field.values().size() == 1 || !field.constant() || !field.letters())
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private Issue serialReason(Optional<Segment> serial) {
        if (serial.isEmpty()) {
            return IssueCode.TEACH_NO_SERIAL.issue();
        }
        return (serial.get().values().size() > 1 ? IssueCode.TEACH_SERIAL : IssueCode.TEACH_SERIAL_BY_PLACE)
                .issue(Map.of("group", "serial"));
    }

    private void rest(Segment field) {
        boolean alone = field.values().size() == 1;
        if (field.constant() && (!alone || !field.hasDigits())) {
            return;
        }
        Optional<String> date = Dates.form(field);
        if (date.isPresent() && !groups.containsValue("producedOn")) {
            groups.put(field, "producedOn");
            reasons.add(IssueCode.TEACH_DATE.issue(Map.of("group", "producedOn", "form", date.get())));
        } else if (!groups.containsValue("lot")) {
            groups.put(field, "lot");
            reasons.add(IssueCode.TEACH_LOT.issue(Map.of("group", "lot")));
        } else {
            groups.put(field, "field" + groups.size());
        }
    }

    /** The rightmost segment that differs in every sample; of a single sample, the rightmost with digits. */
    private Optional<Segment> serial() {
        List<Segment> fields =
                segments.stream().filter(segment -> !segment.separator()).toList();
        for (int i = fields.size() - 1; i > 0; i--) {
            Segment field = fields.get(i);
            if (field.hasDigits() && field.distinct() && Dates.form(field).isEmpty()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Where digits and letters were parted, the product runs from the first segment to the first mark, date or serial number. */
    private List<Segment> withProductJoined(Optional<Segment> serial) {
        int end = 0;
        while (end < segments.size() && !endsProduct(segments.get(end), end, serial)) {
            end++;
        }
        if (end < 2) {
            return segments;
        }
        List<Segment> joined = new ArrayList<>(List.of(Segment.joined(segments.subList(0, end))));
        joined.addAll(segments.subList(end, segments.size()));
        return joined;
    }

    private boolean endsProduct(Segment segment, int at, Optional<Segment> serial) {
        boolean mark = at > 0
                && segment.constant()
                && MARKS.contains(segment.values().get(0))
                && at + 1 < segments.size()
                && segments.get(at + 1).digits();
        return segment.separator()
                || mark
                || Dates.form(segment).isPresent()
                || serial.filter(segment::equals).isPresent();
    }
}
