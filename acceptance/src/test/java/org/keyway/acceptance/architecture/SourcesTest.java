package org.keyway.acceptance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 300;

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> file.toString().contains("/src/"))
                    .toList();
        }
    }

    @Test
    void noSourceFileIsLongerThanOneCanOverlook() throws IOException {
        List<Path> sources = files(".java");
        assertThat(sources)
                .hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<Path> folders = files(".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .map(Path::getParent)
                .distinct()
                .toList();
        assertThat(folders)
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        List<Path> bundles = files("_en.properties").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .toList();
        assertThat(bundles).hasSizeGreaterThan(3).allSatisfy(english -> {
            Path chinese = Path.of(english.toString().replace("_en.", "_zh."));
            assertThat(keys(chinese)).as(chinese.toString()).isEqualTo(keys(english));
        });
    }

    private static Object keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties.keySet();
    }
}
