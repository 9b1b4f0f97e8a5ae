package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.profile.ScopeKey;
import org.keyway.profile.matching.Precedence;

final class MatchingSectionTest {
    @TempDir
    private Path folder;

    private Precedence read(String matching) throws IOException, ConfigurationException {
        Path file = Files.writeString(folder.resolve("keyway.yaml"), "data: data\n" + matching);
        return ConfigurationFile.read(file).configuration().precedence();
    }

    @Test
    void theOrderOfPrecedenceIsTheStandardOneUnlessGiven() throws Exception {
        assertThat(read("")).isSameAs(Precedence.DEFAULT);
        assertThat(Precedence.DEFAULT.keySets()).hasSize(42).doesNotHaveDuplicates();
        assertThat(Precedence.DEFAULT.keySets().get(41)).isEmpty();
    }

    @Test
    void anOrderOfOnesOwnIsTakenAsItStands() throws Exception {
        assertThat(read("matching: {precedence: [[machine, product], [family, machineClass], []]}")
                        .keySets())
                .containsExactly(
                        Set.of(ScopeKey.MACHINE, ScopeKey.PRODUCT),
                        Set.of(ScopeKey.FAMILY, ScopeKey.MACHINE_CLASS),
                        Set.of());
    }

    @Test
    void anOrderThatIsNoneIsRefused() {
        assertRefused("[[product, colour]]", "not a key of a scope: colour");
        assertRefused("[[product, serial]]", "two keys of one axis");
        assertRefused("[[product, machine], [machine, product]]", "stands there twice");
    }

    private void assertRefused(String precedence, String sentence) {
        assertThatThrownBy(() -> read("matching: {precedence: " + precedence + "}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(sentence);
    }
}
