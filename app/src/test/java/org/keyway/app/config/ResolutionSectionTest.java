package org.keyway.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.resolution.ResolutionConfiguration;
import org.keyway.identifier.resolution.source.Login;
import org.keyway.identifier.resolution.source.Question;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.Signatures.Signer;

final class ResolutionSectionTest {
    private static final String EVERY_KEY = """
            resolution:
              hosts: [id.gs1.org, "erp.example:8080"]
              connectTimeout: 100ms
              totalTimeout: 2s
              retryPause: 20ms
              keep: {known: 12h, unknown: 10s, stale: 3d, answers: 500}
              breaker: {failures: 2, pause: 1min}
              sources:
                - name: erp
                  type: http
                  url: "http://erp.example:8080/{value}?serial={serial}"
                  keys: [part]
                  per: part
                  product: {at: /number, kind: part}
                  attributes: {/bore: boreClass}
                  tokenFrom: "env:ERP_TOKEN"
                  insecure: true
                  body: "{}"
                  signers: [{id: plant, keyFrom: "file:plant.pem"}, {id: forge, keyFrom: "env:FORGE_KEY"}]
                  trust: SIGNED_REMOTE
                - name: node
                  type: idhub
                  url: "https://id.gs1.org"
                  product: {at: number, kind: part}
                  login: {handle: 88.118.7/App, keyFrom: "file:app.pem"}
                - {name: gs1, type: gs1, url: "https://id.gs1.org", product: {at: gtin, kind: gtin},
                   linkTypes: ["gs1:masterData"], followLabel: true}
            """;

    private static ResolutionConfiguration read(String yaml) throws ConfigurationException {
        return IdentifierFile.parse("identifier.yaml", yaml).resolution();
    }

    @Test
    void everyKeyIsTaken() throws Exception {
        ResolutionConfiguration resolution = read(EVERY_KEY);

        assertThat(resolution.times().total()).isEqualTo(Duration.ofSeconds(2));
        assertThat(resolution.times().stale()).isEqualTo(Duration.ofDays(3));
        assertThat(resolution.breaker().failures()).isEqualTo(2);
        assertThat(resolution.cacheSize()).isEqualTo(500);
        assertThat(resolution.sources()).hasSize(3).first().satisfies(erp -> {
            assertThat(erp.kinds()).isEqualTo(Set.of("part"));
            assertThat(erp.level()).isEqualTo(Question.Level.PART);
            assertThat(erp.attributes()).isEqualTo(Map.of("/bore", "boreClass"));
            assertThat(erp.token()).contains(new SecretReference("env:ERP_TOKEN"));
            assertThat(erp.request().body()).contains("{}");
            assertThat(erp.signatures().demanded()).isTrue();
            assertThat(erp.signatures().signers())
                    .contains(new Signer("plant", new SecretReference("file:plant.pem")))
                    .hasSize(2);
        });
        assertThat(resolution.sources().get(1).login())
                .contains(new Login("88.118.7/App", new SecretReference("file:app.pem")));
        assertThat(resolution.sources().get(2).request().followLabel()).isTrue();
    }

    /** The page's keys, with a login in the place of the token. */
    @Test
    void whatThePageShowsIsTaken() throws Exception {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.exists(here.resolve("docs/resolution.md"))) {
            here = here.getParent();
        }
        String page = Files.readString(here.resolve("docs/resolution.md"));
        String section = page.substring(page.indexOf("resolution:\n  hosts"));
        section = section.substring(0, section.indexOf("```"));
        String login = page.substring(page.indexOf("      login: {"));
        String token = section.lines()
                .filter(line -> line.contains("tokenFrom"))
                .findFirst()
                .orElseThrow();

        assertThat(read(section).sources())
                .hasSize(2)
                .last()
                .satisfies(
                        registry -> assertThat(registry.signatures().demanded()).isTrue());
        assertThat(read(section.replace(token, login.substring(0, login.indexOf('\n'))))
                        .sources())
                .first()
                .satisfies(node -> assertThat(node.login()).isPresent());
    }

    @Test
    void withoutASectionNobodyIsAsked() throws Exception {
        assertThat(read("bareDataIdentifiers: false")).isEqualTo(ResolutionConfiguration.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[id.gs1.org,    | [                | not among hosts",
                "[id.gs1.org,    | [\"a b\",       | is not host or host:port",
                "insecure: true  | insecure: false  | not among hosts",
                "totalTimeout: 2s | totalTimeout: 2 | must be like 200ms",
                "totalTimeout: 2s | totalTimeout: 31s | 30s at most",
                "per: part       | per: crate       | per must be product, lot or part",
                "per: part       | per: lot         | {serial} needs per: part",
                "env:ERP_TOKEN   | hunter2          | env:NAME or file:PATH",
                "tokenFrom       | token            | token is not a key that belongs here",
                "name: gs1       | name: erp        | is there twice",
                "failures: 2     | failures: 0      | failures must be 1",
                "/bore: boreClass | bore: {}        | identifier.yaml",
                "trust: SIGNED_REMOTE | trust: LOCAL_APPROVED | trust must be REMOTE or SIGNED_REMOTE",
                "{id: forge,      | {id: plant,      | plant is there twice",
                "{id: forge,      | {                | signers: id of source erp is missing",
                "file:plant.pem   | hunter2          | env:NAME or file:PATH",
                "type: idhub      | type: handle     | login is for type idhub",
                "handle: 88.118.7/App, | handle: 88.118.7, | handle must be the application's",
                "'[{id: plant, keyFrom: \"file:plant.pem\"}, {id: forge, keyFrom: \"env:FORGE_KEY\"}]' | [] | needs signers",
                "product: {at: /number, kind: part} | product: {at: /number} | kind of source erp is missing"
            })
    void aMistakeIsToldWithWhatToChange(String right, String wrong, String told) {
        String yaml = EVERY_KEY.replace(right, wrong);
        assertThat(yaml).isNotEqualTo(EVERY_KEY);
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("identifier.yaml")
                .hasMessageContaining(told)
                .hasMessageNotContaining("hunter2");
    }
}
