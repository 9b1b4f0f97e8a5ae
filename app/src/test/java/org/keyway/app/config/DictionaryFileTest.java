package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.identifier.gs1.Gs1Settings;

final class DictionaryFileTest {
    @TempDir
    private Path folder;

    private Gs1Settings read(String dictionary) throws IOException, ConfigurationException {
        Files.writeString(folder.resolve("dictionary.txt"), dictionary);
        Path file = folder.resolve("identifier.yaml");
        Files.writeString(file, "gs1Dictionary: dictionary.txt\nzeroSuppressedGtin: true\n");
        return IdentifierFile.read(file).gs1();
    }

    @Test
    void aDictionaryBesideTheFileTakesThePlaceOfTheBuiltInTable() throws Exception {
        Gs1Settings settings = read("# Release: 2031-05-06\n01 *? N14,csum,futurelinter dlpkey # GTIN\n");

        assertThat(settings.dictionary().source().release()).isEqualTo("2031-05-06");
        assertThat(settings.dictionary().source().warnings())
                .singleElement()
                .asString()
                .contains("futurelinter");
        assertThat(settings.dictionary().all()).hasSize(1);
        assertThat(settings.zeroSuppressedGtin()).isTrue();
    }

    @Test
    void aMalformedDictionaryIsRefusedWithFileAndLine() {
        assertThatThrownBy(() -> read("# Release: 2031-05-06\n01 *? Q14\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("dictionary.txt: line 2: ");
    }

    @Test
    void aMissingDictionaryIsRefused() throws IOException {
        Path file = folder.resolve("identifier.yaml");
        Files.writeString(file, "gs1Dictionary: nowhere.txt\n");

        assertThatThrownBy(() -> IdentifierFile.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("nowhere.txt");
    }
}
