package org.keyway.terminal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PageTextTest {
    private static final List<String> PAGES = List.of(
            "overview.html",
            "station.html",
            "labels.html",
            "teach.html",
            "calibration.html",
            "sets.html",
            "set.html",
            "history.html",
            "try.html");
    private static final Pattern WORD = Pattern.compile("(?:\\bword\\('|data-word=\"|shown\\('\\w+', ')([\\w.]+)['\"]");

    private final JsonNode english = words("en");
    private final JsonNode chinese = words("zh");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(chinese.propertyNames()).containsExactlyElementsOf(english.propertyNames());
        for (String name : english.propertyNames()) {
            assertThat(english.get(name).stringValue()).as(name).isNotBlank();
            assertThat(chinese.get(name).stringValue()).as(name).isNotBlank();
        }
    }

    @Test
    void everyWordThatAPageAsksForIsThere() {
        Set<String> missing = new TreeSet<>();
        for (String file : everyFile()) {
            for (MatchResult match : WORD.matcher(text(file)).results().toList()) {
                String name = match.group(1);
                if (!english.has(name) && !english.has(name + ".word")) {
                    missing.add(file + ": " + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyStateOfAJobAndAMachineHasAWord() {
        for (var state : org.keyway.job.JobState.values()) {
            assertThat(english.has("job." + state)).as(state.name()).isTrue();
        }
        for (String state : List.of("READY", "RUNNING", "ALARM", "UNKNOWN", "OFFLINE")) {
            assertThat(english.has("state." + state)).as(state).isTrue();
        }
    }

    @Test
    void everyStateStepAndReasonOfAParameterSetHasAWord() {
        for (var state : org.keyway.profile.life.LifeState.values()) {
            assertThat(english.has("set.state." + state)).as(state.name()).isTrue();
        }
        for (var action : org.keyway.profile.audit.ChangeAction.values()) {
            assertThat(english.has("action." + action)).as(action.name()).isTrue();
        }
        for (String step : List.of(
                "edit",
                "begin",
                "submit",
                "discard",
                "release",
                "schedule",
                "trial",
                "reject",
                "withdraw",
                "promote",
                "retire",
                "revert")) {
            assertThat(english.has("step.do." + step)).as(step).isTrue();
        }
        for (String reason : List.of(
                "less-specific-product",
                "less-specific-machine",
                "less-specific-operation",
                "fewer-conditions",
                "lower-precedence",
                "replaced-on-trial",
                "equal",
                "attribute",
                "not-effective",
                "parts-used-up")) {
            assertThat(english.has("reason." + reason)).as(reason).isTrue();
        }
        for (var status : org.keyway.profile.coverage.CoverageStatus.values()) {
            assertThat(english.has("coverage." + status)).as(status.name()).isTrue();
        }
        for (var key : org.keyway.profile.ScopeKey.values()) {
            assertThat(english.has("scope." + key.word())).as(key.word()).isTrue();
        }
    }

    @Test
    void noPageHasAFieldToTypeInNorMarkupMadeOfText() {
        for (String file : everyFile()) {
            assertThat(text(file))
                    .as(file)
                    .doesNotContain("<input", "<textarea", "innerHTML", "style=", "onclick=", "eval(");
        }
    }

    private static List<String> everyFile() {
        return java.util.stream.Stream.concat(PAGES.stream(), PageRoutes.ASSETS.stream())
                .toList();
    }

    private static String text(String file) {
        return new String(PageFile.load(file).bytes(), StandardCharsets.UTF_8);
    }

    private static JsonNode words(String language) {
        return JsonMapper.shared().readTree(text("words." + language + ".json"));
    }
}
