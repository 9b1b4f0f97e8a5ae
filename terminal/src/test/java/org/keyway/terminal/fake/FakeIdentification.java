package org.keyway.terminal.fake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Element;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Message;
import org.keyway.identifier.ProductIdentity;
import org.keyway.identifier.ProductResolver;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.Rejection;
import org.keyway.profile.SetVersion;

/** Reads labels by their first word: {@code GOOD}, {@code TWICE} (two readings), {@code STRANGER}; anything else is no label. */
public final class FakeIdentification implements ScanParser, ProductResolver, ParameterMatcher {
    public static final ProductIdentity IDENTITY = new ProductIdentity(
            "CB-150", "CYLINDER-BLOCK", Optional.of("A0042"), Optional.empty(), Map.of("boreClass", "B"));

    private final FakeWorkshop workshop = new FakeWorkshop();

    @Override
    public Identification parse(Scan scan) {
        return switch (scan.data().split(" ", 2)[0]) {
            case "GOOD" -> new Identification.Identified(reading(scan, "plain", "gtin:06901234000016"));
            case "GTIN" -> new Identification.Identified(elementString(scan));
            case "STRANGER" -> new Identification.Identified(reading(scan, "plain", "gtin:00000000000000"));
            case "TWICE" ->
                new Identification.Ambiguous(List.of(reading(scan, "vin", "vin:1"), reading(scan, "plain", "plain:1")));
            default -> new Identification.Rejected(rejected(scan));
        };
    }

    private static Reading reading(Scan scan, String scheme, String key) {
        return new Reading(
                scan.data(),
                scan.symbology(),
                scheme,
                true,
                List.of(new Element("21", "SERIAL", "A0042")),
                Optional.of(key),
                Optional.of("A0042"),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static Reading elementString(Scan scan) {
        return new Reading(
                scan.data(),
                scan.symbology(),
                "gs1-element-string",
                true,
                List.of(new Element("01", "GTIN", "06901234000016")),
                Optional.of("gtin:06901234000016"),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
    }

    private static Reading rejected(Scan scan) {
        Issue issue =
                new Issue("KW-ID-001", Issue.Severity.ERROR, Optional.empty(), new Message("Not a label.", "不是标签。"));
        return new Reading(
                scan.data(),
                scan.symbology(),
                "plain",
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(issue));
    }

    @Override
    public Resolution resolve(Reading reading) {
        return reading.product().filter("gtin:06901234000016"::equals).isPresent()
                ? new Resolution.Resolved(IDENTITY)
                : new Resolution.Unknown(reading.product().orElse("?"), Optional.empty());
    }

    @Override
    public MatchResult match(MatchRequest request) {
        var machine = workshop.machine(request.machine()).orElseThrow();
        var profile = workshop.profile(machine.profile()).orElseThrow();
        if (!request.operation().equals(machine.operation())) {
            return new MatchResult.Unmatched(List.of(new Rejection(
                    "KW-MATCH-001",
                    new Message("Nothing is released.", "没有已发布的参数。"),
                    Map.of("operation", request.operation()))));
        }
        var loser = new MatchedValue.Loser(new SetVersion("ANY-OP20", 1), "less-specific-product", "any < CB-150");
        var value = new MatchedValue(
                profile.parameters().get(0),
                new BigDecimal("8E+3"),
                new BigDecimal("8000"),
                new SetVersion("CB-150-OP20", 3),
                List.of(loser));
        return new MatchResult.Matched(machine, profile, request.operation(), List.of(value));
    }
}
