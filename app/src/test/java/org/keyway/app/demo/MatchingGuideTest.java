package org.keyway.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.keyway.identifier.ProductIdentity;
import org.keyway.profile.MatchRequest;
import org.keyway.profile.MatchResult;
import org.keyway.profile.MatchedValue;
import org.keyway.profile.ParameterMatcher;
import org.keyway.profile.Product;
import org.keyway.profile.ProfilesModule;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.store.Database;
import org.keyway.profile.store.DatabaseConfiguration;
import org.keyway.profile.workshopfile.WorkshopText;

/** Every case in docs/matching.md comes out as it is written there, after the sets above it were imported. */
final class MatchingGuideTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final Pattern BLOCK = Pattern.compile("```(yaml|case)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("(?<product>\\S+)(?: \\{(?<attribute>\\w+): (?<fact>[^}]+)})?"
            + "(?: lot (?<lot>\\S+))?(?: serial (?<serial>\\S+))? on (?<machine>\\S+): (?<parameter>\\w+) (?<value>\\S+)"
            + " (?<unit>\\S+) from (?<set>[^\\s,]+)(?:, before (?<loser>\\S+) \\((?<reason>\\S+)\\))?");

    private static final Injector HOUSE = Guice.createInjector(
            new ProfilesModule(),
            binder -> binder.bind(Clock.class).toInstance(Clock.fixed(NOW, ZoneOffset.UTC)),
            binder -> binder.bind(DatabaseConfiguration.class)
                    .toInstance(DatabaseConfiguration.inMemory(UUID.randomUUID().toString())));

    @AfterAll
    static void close() {
        HOUSE.getInstance(Database.class).close();
    }

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheGuideComesOut() throws IOException {
        importAll(DemoWorkshop.files());
        List<DynamicTest> tests = new ArrayList<>();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs/matching.md")));
        while (block.find()) {
            String text = block.group(2);
            if (block.group(1).equals("yaml")) {
                tests.add(DynamicTest.dynamicTest(
                        "import", () -> importAll(List.of(new WorkshopText("matching.md", text)))));
            } else {
                text.lines().forEach(line -> tests.add(DynamicTest.dynamicTest(line, () -> check(line))));
            }
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    private static void importAll(List<WorkshopText> files) {
        WorkshopImporter.Outcome outcome = HOUSE.getInstance(WorkshopImporter.class)
                .importFiles(files, Map.of("CELL_PORT", "48400"), true, "test");
        assertThat(outcome).isInstanceOf(WorkshopImporter.Outcome.Imported.class);
    }

    private static void check(String line) {
        Matcher words = CASE.matcher(line);
        assertThat(words.matches()).as(line).isTrue();
        MatchedValue value = match(words).stream()
                .filter(candidate -> candidate.parameter().name().equals(words.group("parameter")))
                .findFirst()
                .orElseThrow();

        assertThat(value.value()).hasToString(words.group("value"));
        assertThat(value.parameter().unit()).contains(words.group("unit"));
        assertThat(value.source().set()).isEqualTo(words.group("set"));
        if (words.group("loser") != null) {
            assertThat(value.losers()).anySatisfy(loser -> {
                assertThat(loser.source().set()).isEqualTo(words.group("loser"));
                assertThat(loser.reason()).isEqualTo(words.group("reason"));
            });
        }
    }

    private static List<MatchedValue> match(Matcher words) {
        Product product = HOUSE.getInstance(WorkshopSource.class)
                .current()
                .product(words.group("product"))
                .orElseThrow();
        Map<String, Object> attributes = new HashMap<>(product.attributes());
        if (words.group("attribute") != null) {
            attributes.put(words.group("attribute"), words.group("fact"));
        }
        ProductIdentity identity = new ProductIdentity(
                product.id(),
                product.family(),
                Optional.ofNullable(words.group("serial")),
                Optional.ofNullable(words.group("lot")),
                attributes);
        MatchResult result = HOUSE.getInstance(ParameterMatcher.class)
                .match(new MatchRequest(identity, words.group("machine"), "OP20", NOW));
        assertThat(result).isInstanceOf(MatchResult.Matched.class);
        return ((MatchResult.Matched) result).values();
    }
}
