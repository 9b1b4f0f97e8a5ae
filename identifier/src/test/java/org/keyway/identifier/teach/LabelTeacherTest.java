package org.keyway.identifier.teach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.IdentifierConfiguration;
import org.keyway.identifier.Issue;
import org.keyway.identifier.Labels;
import org.keyway.identifier.Reading;
import org.keyway.identifier.Scan;
import org.keyway.identifier.pattern.CheckRule;
import org.keyway.identifier.pattern.LabelPattern;
import org.keyway.identifier.teach.Lesson.Declined;
import org.keyway.identifier.teach.Lesson.Proposed;
import org.keyway.identifier.teach.Proposal.Part;

final class LabelTeacherTest {
    private final LabelTeacher teacher =
            Labels.injector(IdentifierConfiguration.standard()).getInstance(LabelTeacher.class);

    private Lesson teach(String... samples) {
        return teacher.teach(Arrays.stream(samples).map(Scan::of).toList());
    }

    private Proposed proposed(String... samples) {
        Lesson lesson = teach(samples);
        assertThat(lesson).isInstanceOf(Proposed.class);
        return (Proposed) lesson;
    }

    private Proposal first(String... samples) {
        return proposed(samples).proposals().get(0);
    }

    private List<String> declined(String... samples) {
        Lesson lesson = teach(samples);
        assertThat(lesson).isInstanceOf(Declined.class);
        return codes(((Declined) lesson).issues());
    }

    private static List<String> codes(List<Issue> issues) {
        return issues.stream().map(Issue::code).toList();
    }

    private static String parts(Proposal proposal, int sample) {
        return proposal.readings().get(sample).parts().stream()
                .map(part -> part.group() + "=" + part.value())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "P150-0042/L261116A/00187 P200-0352/L261113A/00001, product=P150-0042 lot=L261116A serial=00187",
        "CQ-CS-175#000231 CQ-CB-250WR#000001, product=CQ-CS-175 serial=000231",
        "CB-150-0042 CB-150-0043 CR-200-0044, product=CB-150 serial=0042",
        "CB150L7S0042 CB150L8S0043 CB200L7S0044, product=CB150 lot=7 serial=0042",
        "4711000231 4711000232 4711000240, product=4711 serial=000231",
        "ENG*QX162*20261116*00042 ENG*QX163*20261117*00043, product=QX162 producedOn=20261116 serial=00042"
    })
    void theFirstProposalTellsProductLotDateAndSerialNumber(String samples, String expected) {
        assertThat(parts(first(samples.split(" ")), 0)).isEqualTo(expected);
    }

    @Test
    void aProposalReadsTheNextLabelOfItsKindToo() {
        Proposal proposal = first("P150-0042/L261116A/00187", "P200-0352/L261113A/00001");
        LabelPattern pattern = LabelPattern.of("taught", proposal.expression(), List.of("P150-0042/L261116A/00187"));

        Reading reading = Labels.of(IdentifierConfiguration.standard().withPatterns(List.of(pattern)))
                .identified("R150-7777/L270101B/12345");

        assertThat(reading.product()).contains("part:R150-7777");
        assertThat(reading.serial()).contains("12345");
        assertThat(pattern.matches("P150-0042/L261116A/0018")).isFalse();
        assertThat(pattern.matches(proposal.counterexample())).isFalse();
    }

    @Test
    void partsSayWhereTheyStand() {
        String sample = "P150-0042/L261116A/00187";
        Proposal proposal = first(sample, "P200-0352/L261113A/00001");

        for (Part part : proposal.readings().get(0).parts()) {
            assertThat(sample.substring(part.from(), part.to())).isEqualTo(part.value());
        }
    }

    @Test
    void aCheckCharacterIsDemandedOnlyWhenChanceIsOut() {
        String[] codes = new String[5];
        for (int i = 0, at = 0; at < 5; i += 97) {
            String number = String.format("%07d", 1_234_000 + i);
            if (CheckRule.MOD10.holds(number)) {
                codes[at++] = "CB/" + number;
            }
        }

        Proposal sure = first(codes);
        assertThat(sure.check()).contains(CheckRule.MOD10);
        assertThat(sure.checkOver()).contains("serial");
        Proposal maybe = first(codes[0], codes[1]);
        assertThat(maybe.check()).isEmpty();
        assertThat(codes(maybe.reasons())).contains("KW-ID-215");
    }

    @Test
    void samplesWithNothingInCommonAreDeclined() {
        assertThat(declined("ABC-1", "77/88/99x", "zz")).containsExactly("KW-ID-204");
        assertThat(declined("ABC", "XYZ")).containsExactly("KW-ID-204");
    }

    @Test
    void whatASchemeReadsAlreadyNeedsNoPattern() {
        Lesson lesson = teach("CB/1", "]d2010690123400001621A0042");

        assertThat(lesson).isInstanceOfSatisfying(Declined.class, declined -> {
            assertThat(codes(declined.issues())).containsExactly("KW-ID-202");
            assertThat(declined.issues().get(0).message().en()).contains("Sample 2", "gs1-element-string");
        });
    }

    @Test
    void tooManyNoneOrUnfitSamplesAreDeclined() {
        assertThat(declined()).containsExactly("KW-ID-200");
        assertThat(declined("A1", "A2", "A3", "A4", "A5", "A6")).containsExactly("KW-ID-201");
        assertThat(declined("CB/1", "气缸体")).containsExactly("KW-ID-203");
        assertThat(declined("")).containsExactly("KW-ID-203");
        assertThat(declined("CB/" + "1".repeat(510))).containsExactly("KW-ID-203");
        assertThat(declined("CB/" + "1".repeat(65_000))).containsExactly("KW-ID-203");
        assertThat(declined("CB\u001d1")).containsExactly("KW-ID-203");
    }

    @Test
    void oneSampleOrARepeatedOneIsTakenWithAWarning() {
        assertThat(codes(proposed("CB-150/0042").notes())).containsExactly("KW-ID-206");
        assertThat(codes(proposed("CB-150/0042", "CB-150/0042", "CB-151/0043").notes()))
                .containsExactly("KW-ID-205");
    }

    /** Whatever is scanned: an answer, the same each time, and every proposal reads every sample. */
    @ParameterizedTest
    @ValueSource(strings = {"A1", "A1-/", "AZaz09-/#. ", "\\.[]{}()*+?^$|&~'\"%", "0"})
    void anySamplesGiveAnAnswerThatHolds(String alphabet) {
        Random random = new Random(alphabet.hashCode());
        for (int i = 0; i < 400; i++) {
            String[] samples = new String[random.nextInt(5) + 1];
            for (int k = 0; k < samples.length; k++) {
                samples[k] = random.ints(random.nextInt(i % 40 == 0 ? 511 : 24) + 1, 0, alphabet.length())
                        .mapToObj(at -> alphabet.substring(at, at + 1))
                        .collect(Collectors.joining());
            }
            Lesson lesson = teach(samples);
            assertThat(teach(samples)).isEqualTo(lesson);
            if (lesson instanceof Proposed proposed) {
                assertThat(proposed.proposals()).hasSizeBetween(1, 3).allSatisfy(LabelTeacherTest::loads);
            }
        }
    }

    private static void loads(Proposal proposal) {
        List<String> samples =
                proposal.readings().stream().map(Proposal.TaughtReading::sample).toList();
        assertThat(LabelPattern.of(proposal.name(), proposal.expression(), samples)
                        .matches(proposal.counterexample()))
                .isFalse();
        assertThat(Collections.frequency(samples, samples.get(0))).isOne();
    }
}
