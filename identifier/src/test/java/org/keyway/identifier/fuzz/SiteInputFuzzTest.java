package org.keyway.identifier.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.inject.Injector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import org.keyway.identifier.Element;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.ScanParser;
import org.keyway.identifier.digitallink.DigitalLinkMaker;
import org.keyway.identifier.digitallink.MadeLink;
import org.keyway.identifier.gs1.ApplicationIdentifier;
import org.keyway.identifier.gs1.ApplicationIdentifiers;
import org.keyway.identifier.pattern.BoundedExpression;
import org.keyway.identifier.teach.LabelTeacher;
import org.keyway.identifier.teach.Lesson;
import org.keyway.identifier.teach.Proposal;

/** What a site itself feeds in: dictionaries, expressions, samples to learn from, elements to make a link of. */
final class SiteInputFuzzTest {
    private static final Injector STANDARD = Labels.injector(IdentifierConfiguration.standard());
    private static final ScanParser PARSER = STANDARD.getInstance(ScanParser.class);
    private static final DigitalLinkMaker MAKER = STANDARD.getInstance(DigitalLinkMaker.class);
    private static final LabelTeacher TEACHER = STANDARD.getInstance(LabelTeacher.class);

    @FuzzTest(maxDuration = "1m")
    void aDictionaryIsLoadedOrRefusedWithAReason(byte[] input) {
        try {
            ApplicationIdentifiers loaded = ApplicationIdentifiers.ofDictionary("fuzzed", text(input));
            assertThat(loaded.all()).isNotEmpty();
            for (ApplicationIdentifier identifier : loaded.all()) {
                assertThat(loaded.find(identifier.id())).contains(identifier);
                assertThat(loaded.at(identifier.id() + "0", 0)).contains(identifier);
                assertThat(identifier.check("")).isNotNull();
                assertThat(identifier.check("0123456789ABC-%2\u001D")).isNotNull();
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** An input is a stem in the first line and a label in the rest. */
    @FuzzTest(maxDuration = "1m")
    void theLinkOfASoundLabelReadsBackItsElements(byte[] input) {
        String[] parts = text(input).split("\n", 2);
        Optional<Reading> label = Promises.readings(PARSER.parse(Scan.of(parts[parts.length - 1])))
                .findFirst();
        List<Element> elements = label.map(Reading::elements).orElse(List.of());
        MadeLink made = MAKER.make(parts[0], elements);
        assertThat(MAKER.make(parts[0], elements)).isEqualTo(made);
        if (made instanceof MadeLink.Link link) {
            assertThat(link.uri()).contains("/");
            Promises.check(PARSER, Scan.of(link.uri()));
        }
        if (MAKER.canonical(elements) instanceof MadeLink.Link link
                && label.orElseThrow().conformant()
                && link.uri().length() <= Scan.MAX_LENGTH) {
            Reading back = Promises.readings(PARSER.parse(Scan.of(link.uri())))
                    .findFirst()
                    .orElseThrow();
            assertThat(back.conformant()).as(link.uri()).isTrue();
            assertThat(back.elements()).containsExactlyInAnyOrderElementsOf(new HashSet<>(elements));
        }
    }

    /** An input is a sample a line. */
    @FuzzTest(maxDuration = "1m")
    void whatIsProposedReadsItsSamples(byte[] input) {
        List<Scan> samples = text(input).lines().limit(6).map(Scan::of).toList();
        Lesson lesson = TEACHER.teach(samples);
        assertThat(TEACHER.teach(samples)).isEqualTo(lesson);
        if (lesson instanceof Lesson.Declined declined) {
            assertThat(declined.issues()).isNotEmpty();
            return;
        }
        for (Proposal proposal : ((Lesson.Proposed) lesson).proposals()) {
            BoundedExpression expression = new BoundedExpression(proposal.expression());
            for (Proposal.TaughtReading reading : proposal.readings()) {
                assertThat(expression.match(reading.sample())).isPresent();
                assertThat(reading.parts())
                        .isNotEmpty()
                        .allMatch(part -> reading.sample()
                                .substring(part.from(), part.to())
                                .equals(part.value()));
            }
            assertThat(expression.match(proposal.counterexample())).isEmpty();
        }
    }

    /** An input is an expression in the first line and a text in the rest. */
    @FuzzTest(maxDuration = "1m")
    void anExpressionIsRefusedOrAnswersWithPartsOfTheText(byte[] input) {
        String[] parts = text(input).split("\n", 2);
        String text = parts[parts.length - 1];
        List<String> values = new ArrayList<>();
        try {
            BoundedExpression expression = new BoundedExpression(parts[0]);
            Optional<Map<String, String>> groups = expression.match(text);
            groups.ifPresent(found -> values.addAll(found.values()));
        } catch (PatternSyntaxException refused) {
            assertThat(refused.getDescription()).isNotBlank();
        } catch (BoundedExpression.TooCostlyException gaveUp) {
            assertThat(gaveUp).hasMessageContaining("too often");
        }
        assertThat(values).allMatch(text::contains);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
