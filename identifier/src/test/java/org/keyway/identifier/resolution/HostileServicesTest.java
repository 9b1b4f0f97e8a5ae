package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.keyway.identifier.resolution.TestChain.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.identifier.Resolution;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.source.AllowedHosts;
import org.keyway.identifier.resolution.source.Question.Level;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

final class HostileServicesTest {
    private static final String LINK = "/01/06901234000016/21/A1";

    private final TestService service = new TestService();
    private final TestService other = new TestService();

    @AfterEach
    void close() {
        service.close();
        other.close();
    }

    private TestChain lookup() {
        return new TestChain(List.of(service.host()), source("http", service.url() + "/{value}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1,2",
                "\"text\"",
                "nonsense",
                "{\"number\":\"P150\",\"number\":\"P151\"}",
                "{} {}",
                "{}",
                "{\"number\":null}",
                "{\"number\":{\"a\":1}}",
                "{\"number\":true}",
                "{\"number\":\"\"}",
                "{\"number\":\"P\\u202e150\"}",
                "{\"number\":\"P\\u0000150\"}"
            })
    void anAnswerThatNamesNoProductIsToldAsUnusable(String body) {
        service.answers(body);

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
    }

    @Test
    void jsonThatIsTooDeepIsRefused() {
        service.answers("{\"number\":\"P150\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}");

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
    }

    @Test
    void anAnswerThatIsNotJsonByItsTypeIsRefused() {
        service.behaves(exchange -> TestService.answer(exchange, 200, "text/html", "{\"number\":\"P150\"}"));

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
    }

    @Test
    void anEndlessAnswerIsGivenUpAtItsBound() {
        byte[] piece = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
        service.behaves(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(piece);
            }
        });

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
    }

    @Test
    void aServiceThatHangsOrDripsIsGivenUp() {
        TestChain chain = new TestChain(
                Duration.ofMillis(200), List.of(service.host()), source("http", service.url() + "/{value}"));
        service.hangs();
        assertThat(chain.unknown("X1")).isEqualTo("KW-ID-173");

        service.drips();
        assertThat(chain.unknown("X2")).isEqualTo("KW-ID-173");
    }

    @Test
    void onlyConfiguredAttributesWithSoundValuesComeIn() {
        service.answers("{\"number\":\"P150\",\"bore\":\"" + "x".repeat(257)
                + "\",\"hardness\":1e9999,\"deep\":{\"heat\":\"H1\"},\"spindleSpeed\":90000,\"product\":\"CB-999\"}");

        assertThat(lookup().identity("X1").attributes()).isEqualTo(Map.of("heat", "H1", "hardness", 95L));
    }

    @Test
    void aGuessAmongReadingsAndWhatTheRegistryKnowsIsNobodyElsesBusiness() {
        service.answers("{\"number\":\"P150\"}");
        TestChain chain = lookup();

        assertThat(chain.resolveLocally("X1")).isInstanceOf(Resolution.Unknown.class);
        assertThat(chain.identity("LOCAL").trust()).isEqualTo(Trust.LOCAL_APPROVED);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void anAnswerNeverCreatesAProduct() {
        service.answers("{\"number\":\"P999\",\"bore\":\"C\"}");

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-176");
    }

    @Test
    void aRedirectToAHostThatIsNotAllowedIsNotFollowed() {
        other.answers("{\"number\":\"P150\"}");
        service.behaves(exchange -> TestService.redirect(exchange, other.url() + "/x"));

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
        assertThat(other.requests).isEmpty();
    }

    @Test
    void aRedirectToAnAllowedHostIsFollowedWithoutTheToken() {
        other.answers("{\"number\":\"P150\"}");
        service.behaves(exchange -> TestService.redirect(exchange, other.url() + "/x"));
        var token = Optional.of(new SecretReference("env:PATH"));
        TestChain chain = new TestChain(
                List.of(service.host(), other.host()),
                source("http", service.url() + "/{value}", Level.PRODUCT, RequestSettings.USUAL, token));

        assertThat(chain.identity("X1").product()).isEqualTo("CB-150");
        assertThat(service.requests.get(0).authorization()).startsWith("Bearer ");
        assertThat(other.requests)
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).isEmpty());
    }

    @Test
    void redirectsInACircleEnd() {
        service.behaves(exchange -> TestService.redirect(exchange, "/again"));

        assertThat(lookup().unknown("X1")).isEqualTo("KW-ID-175");
        assertThat(service.requests).hasSize(4);
    }

    @Test
    void aLabelsHostIsNotAskedUnlessItIsAllowed() {
        var following = new RequestSettings(List.of(), true, Optional.empty());
        var gs1 = source("gs1", service.url(), Level.PRODUCT, following, Optional.empty());

        new TestChain(List.of(service.host()), gs1).unknown(other.url() + LINK);
        assertThat(other.requests).isEmpty();
        assertThat(TestChain.targets(service)).containsExactly("/01/06901234000016");

        new TestChain(List.of(service.host(), other.host()), gs1).unknown(other.url() + LINK);
        assertThat(TestChain.targets(other)).containsExactly("/01/06901234000016");
    }

    @Test
    void aLabelsHostIsNotAskedWhereTheSiteDidNotWantThat() {
        TestChain chain = new TestChain(List.of(service.host(), other.host()), source("gs1", service.url()));

        chain.unknown(other.url() + LINK);

        assertThat(other.requests).isEmpty();
    }

    @Test
    void unprotectedAndForeignAddressesAreNotAllowed() {
        AllowedHosts hosts = AllowedHosts.of(List.of("id.gs1.org", "erp.example:8080", "[::1]:9000"));

        assertThat(List.of(
                        "https://id.gs1.org/01/1",
                        "HTTPS://ID.GS1.ORG:443/",
                        "http://[::1]:9000/",
                        "https://erp.example:8080"))
                .allMatch(address -> hosts.allow(java.net.URI.create(address), false));
        assertThat(List.of(
                        "http://id.gs1.org/",
                        "http://id.gs1.org:443/",
                        "https://id.gs1.org:444/",
                        "https://id.gs1.org@evil.example/",
                        "https://x@id.gs1.org/",
                        "http://erp.example:8080/",
                        "ftp://id.gs1.org:443/",
                        "//id.gs1.org/",
                        "https://id.gs1.org.evil.example/",
                        "file:///etc/passwd",
                        "http://127.0.0.1/"))
                .noneMatch(address -> hosts.allow(java.net.URI.create(address), false));
        assertThat(hosts.allow(java.net.URI.create("http://erp.example:8080/"), true))
                .isTrue();
    }

    @Test
    void aSourceOffTheAllowListOrWithAHostFromTheLabelIsNoConfiguration() {
        assertThatThrownBy(() -> new TestChain(List.of("127.0.0.1:1"), source("http", service.url())))
                .hasMessageContaining("not among hosts");
        assertThatThrownBy(() -> source("http", "https://{value}.example/"))
                .hasMessageContaining("must not come from a label");
        assertThatThrownBy(() -> new SecretReference("s3cret")).hasMessageNotContaining("s3cret");
    }
}
