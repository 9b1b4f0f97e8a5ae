package org.keyway.acceptance.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.ParameterMatcher;

/** One machine with one parameter, and one product. */
final class Floor {
    static final String THINGS = """
            {kind: ProductFamily, id: BLOCK, name: {en: Block, zh: 气缸体}}
            ---
            {kind: Product, id: B-1, family: BLOCK, identifiers: ["gtin:06901234000016"]}
            ---
            {kind: Station, id: ST-10}
            ---
            kind: MachineProfile
            id: mill
            delivery: opcua-write
            parameters: [{name: speed, type: Double, unit: r/min, min: 50, max: 12000, node: "nsu=urn:cnc;s=Speed"}]
            handshake: {jobId: "nsu=urn:cnc;s=JobId", ready: "nsu=urn:cnc;s=Ready", accepted: "nsu=urn:cnc;s=Accepted"}
            ---
            kind: Machine
            id: M1
            class: MILL
            station: ST-10
            operation: OP10
            profile: mill
            endpoint: {url: "opc.tcp://127.0.0.1:48400", security: None}
            """;

    private Floor() {}

    /** The floor and further documents. */
    static String with(String documents) {
        return THINGS + "---\n" + documents;
    }

    static String set(int speed) {
        return "{kind: ParameterSet, id: B-1-OP10, scope: {product: B-1, machineClass: MILL}, values: {speed: %d}}"
                .formatted(speed);
    }

    /** The speed that is in force for the product; none where nothing matches. */
    static Optional<BigDecimal> speed(House house) {
        ProductIdentity block = new ProductIdentity("B-1", "BLOCK", Optional.empty(), Optional.empty(), Map.of());
        MatchResult result = house.part(ParameterMatcher.class)
                .match(new MatchRequest(block, "M1", "OP10", Instant.parse("2026-11-26T08:00:00Z")));
        return result instanceof MatchResult.Matched matched
                ? Optional.of(new BigDecimal(matched.values().get(0).value().toString()))
                : Optional.empty();
    }
}
