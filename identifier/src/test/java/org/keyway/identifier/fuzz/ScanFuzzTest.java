package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.inject.Injector;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.scheme.Claim;
import org.keyway.identifier.scheme.IdentifierScheme;
import org.keyway.identifier.scheme.LabelText;
import org.keyway.identifier.scheme.Symbology;

/** Labels of every scheme, whole and damaged. An input is the text that a scanner sends, in UTF-8. */
final class ScanFuzzTest {
    private static final Injector SITE = HostileSite.injector();
    private static final ScanParser CONFIGURED = SITE.getInstance(ScanParser.class);
    private static final Set<IdentifierScheme> SCHEMES = HostileSite.schemes(SITE);
    private static final ScanParser STANDARD =
            Labels.injector(IdentifierConfiguration.standard()).getInstance(ScanParser.class);

    /** What the schemes are promised not to see. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\uD800-\\uDFFF\\uFEFF\\uFFFD&&[^\\x04\\x1D\\x1E]]");

    @FuzzTest(maxDuration = "3m")
    void aScanIsReadAsPromisedByTheStandardsAlone(byte[] input) {
        Promises.check(STANDARD, scan(input));
    }

    @FuzzTest(maxDuration = "3m")
    void aScanIsReadAsPromisedByEverythingThatASiteCanSwitchOn(byte[] input) {
        Promises.check(CONFIGURED, scan(input));
    }

    @FuzzTest(maxDuration = "3m")
    void eachSchemeAnswersWhateverTheText(byte[] input) {
        String data = scan(input).data();
        Optional<Symbology> symbology = Symbology.at(data);
        String text = UNPRINTABLE
                .matcher(symbology.isPresent() ? data.substring(Symbology.LENGTH) : data)
                .replaceAll("");
        if (text.isEmpty()) {
            return;
        }
        LabelText label = new LabelText(symbology, text, Optional.of("honing"));
        for (IdentifierScheme scheme : SCHEMES) {
            Optional<Claim> claim = scheme.read(label);
            assertThat(scheme.read(label)).isEqualTo(claim);
            if (claim.isPresent()) {
                assertThat(claim.get().usable()
                                || !claim.get().issues().isEmpty()
                                || claim.get().conformant())
                        .as("%s says nothing of %s", claim.get(), text)
                        .isTrue();
                assertThat(label.declaresElementString() || scheme.mayBeginWith(text.charAt(0)))
                        .as("%s was not to be asked about %s", claim.get().scheme(), text)
                        .isTrue();
            }
        }
    }

    private static Scan scan(byte[] input) {
        return Scan.of(new String(input, StandardCharsets.UTF_8));
    }
}
