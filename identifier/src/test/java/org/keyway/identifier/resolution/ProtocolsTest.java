package org.keyway.identifier.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.keyway.identifier.resolution.TestChain.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keyway.identifier.Trust;
import org.keyway.identifier.resolution.source.Question.Level;
import org.keyway.identifier.resolution.source.SecretReference;
import org.keyway.identifier.resolution.source.SourceConfiguration.RequestSettings;

final class ProtocolsTest {
    private static final String HANDLE = "88.118.7/CB 150/A#1";
    private static final String GTIN = "]d20106901234000016" + "21A0042";

    private final TestService service = new TestService();

    @AfterEach
    void close() {
        service.close();
    }

    private TestChain chain(String type) {
        return new TestChain(List.of(service.host()), source(type, service.url()));
    }

    @Test
    void aHandleProxysValuesBecomeAttributesByTheirType() {
        service.answers("""
                {"responseCode":1,"handle":"88.118.7/CB","values":[
                  {"index":1,"type":"number","data":{"format":"string","value":"P150"},"ttl":60,"timestamp":"2026"},
                  {"index":2,"type":"bore","data":{"format":"string","value":"C"},"ttl":86400},
                  {"index":3,"type":"hardness","data":{"format":"string","value":"12"}},
                  {"index":4,"type":"spindleSpeed","data":{"format":"string","value":"90000"}}]}""");

        var identity = chain("handle").identity(HANDLE);

        assertThat(TestChain.targets(service)).containsExactly("/api/handles/88.118.7/CB%20150/A%231");
        assertThat(identity.product()).isEqualTo("CB-150");
        assertThat(identity.attributes()).isEqualTo(Map.of("boreClass", "C", "hardness", 95L));
        assertThat(identity.trust()).isEqualTo(Trust.REMOTE);
        assertThat(identity.provenance().source()).contains("handle");
    }

    @ParameterizedTest
    @CsvSource({
        "100, none",
        "102, none",
        "200, none",
        "2, KW-ID-175",
        "3, KW-ID-173",
        "301, KW-ID-173",
        "401, KW-ID-174",
        "402, KW-ID-174",
        "77, KW-ID-175"
    })
    void aHandleProxysCodesAreToldApart(int code, String doubt) {
        service.answers("{\"responseCode\":%d,\"handle\":\"x\"}".formatted(code));

        assertThat(chain("handle").unknown(HANDLE)).isEqualTo(doubt);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | {\"content\":{\"number\":\"P150\",\"bore\":\"C\",\"deep\":{\"heat\":7}}}",
                "10000 | {\"elements\":[{\"name\":\"number\",\"value\":\"P150\"},{\"name\":\"bore\",\"value\":\"C\"}]}",
                "1     | {\"number\":\"P150\",\"bore\":\"C\"}"
            })
    void anEnterpriseNodeIsAskedByDoipWithABearerToken(int code, String attributes) throws Exception {
        service.answers("{\"code\":%d,\"message\":\"ok\",\"data\":{\"id\":\"x\",\"type\":\"t\",\"attributes\":%s}}"
                .formatted(code, attributes));
        var file = java.nio.file.Files.createTempFile("token", "");
        java.nio.file.Files.writeString(file, " s3cret\n");
        var token = Optional.of(new SecretReference("file:" + file));
        TestChain chain = new TestChain(
                List.of(service.host()), source("idhub", service.url(), Level.PRODUCT, RequestSettings.USUAL, token));

        assertThat(chain.identity(HANDLE).attributes()).containsEntry("boreClass", "C");
        assertThat(service.requests.get(0).authorization()).isEqualTo("Bearer s3cret");
        assertThat(service.requests.get(0).target())
                .isEqualTo("/api/v1/doip?targetId=88.118.7%2FCB%20150%2FA%231&operationId=0.DOIP%2FOp.Retrieve");
    }

    @ParameterizedTest
    @CsvSource({"104, none", "401, KW-ID-174", "102, KW-ID-174", "403, KW-ID-174", "701, KW-ID-174", "106, KW-ID-175"})
    void anEnterpriseNodesCodesAreToldApart(int code, String doubt) {
        service.answers("{\"code\":%d,\"message\":\"?\"}".formatted(code));

        assertThat(chain("idhub").unknown(HANDLE)).isEqualTo(doubt);
    }

    @Test
    void aSecondaryNodesValuesBecomeAttributes() {
        service.answers("""
                {"status":1,"message":"ok","data":{"prefix":"88.118.7","handle":"x","templateVersion":"v1","value":[
                 {"index":2000,"type":"number","data":{"format":"string","value":"P150"},"auth":"1"},
                 {"index":2001,"type":"bore","data":{"format":"string","value":"A"},"auth":"1"}]}}""");

        assertThat(chain("secondary-node").identity(HANDLE).attributes()).containsEntry("boreClass", "A");
        assertThat(service.requests.get(0).target()).startsWith("/identityv2/data/detail?handle=88.118.7%2FCB");
    }

    @ParameterizedTest
    @CsvSource({"-2, 标识不存在, none", "-2, 用户未登录, KW-ID-174", "0, 错误, KW-ID-175"})
    void aSecondaryNodesRefusalsAreToldApartByTheirSentence(int status, String message, String doubt) {
        service.answers("{\"status\":%d,\"message\":\"%s\",\"data\":null}".formatted(status, message));

        assertThat(chain("secondary-node").unknown(HANDLE)).isEqualTo(doubt);
    }

    @Test
    void aDigitalLinkResolversLinksetLeadsToTheMasterData() {
        service.behaves(exchange -> {
            boolean linkset = exchange.getRequestURI().getPath().startsWith("/01/");
            String links = """
                    {"linkset":[{"anchor":"x","https://gs1.org/voc/defaultLink":[{"href":"https://evil.example/"}],
                     "https://gs1.org/voc/masterData":[{"href":"https://evil.example/md","type":"application/json"},
                      {"href":"page.html","type":"text/html"},{"href":"/md/1","type":"application/ld+json"}]}]}""";
            TestService.answer(
                    exchange,
                    200,
                    linkset ? "application/linkset+json" : "application/ld+json; charset=utf-8",
                    linkset ? links : "{\"number\":\"P150\",\"deep\":{\"heat\":12.50}}");
        });

        var identity = chain("gs1").identity(GTIN);

        assertThat(identity.attributes()).containsEntry("heat", new BigDecimal("12.5"));
        assertThat(identity.serial()).contains("A0042");
        assertThat(TestChain.targets(service)).containsExactly("/01/06901234000016", "/md/1");
        assertThat(service.requests.get(0).accept()).isEqualTo("application/linkset+json");
    }

    @Test
    void aResolverThatKnowsPartsIsAskedWithSerialAndLot() {
        TestChain chain = new TestChain(
                List.of(service.host()),
                source("gs1", service.url(), Level.PART, RequestSettings.USUAL, Optional.empty()));

        chain.unknown("]d20106901234000016" + "10L/7\u001D21A0042");

        assertThat(TestChain.targets(service)).containsExactly("/01/06901234000016/10/L%2F7/21/A0042");
    }

    @Test
    void aLinksetWithoutTheAllowedLinksKnowsNothing() {
        service.answers("{\"linkset\":[{\"https://gs1.org/voc/pip\":[{\"href\":\"/x\"}]}]}");

        assertThat(chain("gs1").unknown(GTIN)).isEqualTo("none");
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void aLookupFillsItsPlacesSoThatALabelCantLeaveThem() {
        String label = "\"},a&b=/../c";
        service.answers("{\"number\":\"P150\"}");
        var posting = new RequestSettings(List.of(), false, Optional.of("{\"n\":\"{value}\",\"k\":\"{kind}\"}"));
        TestChain chain = new TestChain(
                List.of(service.host()),
                source("http", service.url() + "/parts/{value}?k={key}", Level.PRODUCT, posting, Optional.empty()));

        chain.identity(label);

        assertThat(service.requests.get(0).method()).isEqualTo("POST");
        assertThat(service.requests.get(0).target())
                .isEqualTo("/parts/%22%7D%2Ca%26b%3D%2F..%2Fc?k=plain%3A%22%7D%2Ca%26b%3D%2F..%2Fc");
        assertThat(service.requests.get(0).body()).isEqualTo("{\"n\":\"\\\"},a&b=/../c\",\"k\":\"plain\"}");
    }

    @Test
    void aHandleWithStepsUpwardsIsNotAskedAbout() {
        assertThat(chain("handle").unknown("88.118.7/../../admin")).isEqualTo("none");
        assertThat(service.requests).isEmpty();
    }
}
