package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.keyway.identifier.Identification;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scanner.Calibration;
import org.keyway.identifier.scanner.CalibrationResult;
import org.keyway.identifier.scanner.CalibrationResult.Calibrated;
import org.keyway.identifier.scanner.KeyboardLayout;
import org.keyway.identifier.scanner.ScannerProfile;
import org.keyway.identifier.scanner.Separators;
import org.keyway.identifier.scanner.TestLabel;
import org.keyway.identifier.scheme.Symbology;

/** Scans through any profile, and scans that are taken for the test label. */
final class ScannerFuzzTest {
    private static final ScanParser PARSER = HostileSite.injector().getInstance(ScanParser.class);
    private static final String IDENTIFIER_NOT_SENT = "KW-ID-165";
    private static final int PARTS = 10;

    /**
     * An input is a profile and a scan, parted by tabs: prefix, suffix, gs, rs, eot, letters received, the same printed,
     * letters unreadable, flags ({@code c}: case swapped, {@code s}: symbology sent), data.
     */
    @FuzzTest(maxDuration = "2m")
    void aScanThroughAnyProfileIsReadAsPromised(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\t", PARTS);
        if (parts.length < PARTS) {
            return;
        }
        Optional<ScannerProfile> profile = profile(parts);
        if (profile.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>(List.of(""));
        ScanParser listening = listening(texts);
        Promises.check(
                scan -> listening.parse(scan, profile.get()),
                Scan.of(parts[PARTS - 1]),
                () -> texts.get(texts.size() - 1));
    }

    private static Optional<ScannerProfile> profile(String[] parts) {
        try {
            return Optional.of(new ScannerProfile(
                    parts[0],
                    parts[1],
                    parts[8].contains("c"),
                    new KeyboardLayout(parts[5], parts[6], parts[7]),
                    new Separators(parts[2], parts[3], parts[4]),
                    parts[8].contains("s")));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    @FuzzTest(maxDuration = "2m")
    void aProfileWithNothingToSayUndoesWhatWasDoneToTheTestLabel(byte[] input) {
        Scan scan = Scan.of(new String(input, StandardCharsets.UTF_8));
        CalibrationResult result = Calibration.of(scan);
        assertThat(Calibration.of(scan)).isEqualTo(result);
        assertThat(result.findings()).allMatch(issue -> !issue.message().zh().isBlank());
        if (!(result instanceof Calibrated calibrated)) {
            assertThat(result.findings()).isNotEmpty();
            return;
        }
        boolean silent = Arrays.asList(IDENTIFIER_NOT_SENT)
                .containsAll(calibrated.findings().stream().map(Issue::code).toList());
        if (silent) {
            assertThat(restored(scan, calibrated.profile())).isEqualTo(TestLabel.TEXT);
        }
    }

    private static ScanParser listening(List<String> texts) {
        return restored -> {
            texts.add(restored.data());
            return PARSER.parse(restored);
        };
    }

    private static String restored(Scan scan, ScannerProfile profile) {
        List<String> texts = new ArrayList<>();
        Identification read = listening(texts).parse(scan, profile);
        assertThat(texts).as("restored, or %s", read).hasSize(1);
        String text = texts.get(0).replaceFirst("[\\r\\n]+$", "");
        return Symbology.at(text).isPresent() ? text.substring(Symbology.LENGTH) : text;
    }
}
