package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.terminal.TestServer.Answer;
import tools.jackson.databind.JsonNode;

final class LabelPatternApiTest {
    private static final String ALL = "/api/v1/label-patterns";
    private static final String TAUGHT = ALL + "/taught";
    private static final String PATTERN = """
            {"expression": "(?<product>T[0-9]{3})/(?<serial>[0-9]{4})", "key": "plain", "priority": 2, "stations": ["ST-10"],
             "symbologies": ["]d"], "map": {"serial": "serial"}, "check": null, "checkOver": null, "caseFold": true,
             "maxLength": 40, "examples": ["T151/0002"], "readings": {"T150/0001": {"product": "T150", "serial": "0001"}},
             "counterexamples": ["T150/1"]}""";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer put(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private Answer delete(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .DELETE();
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static String code(Answer answer) {
        return answer.json().get("code").stringValue();
    }

    private long count() throws Exception {
        return server.get(ALL).json().get("patterns").size();
    }

    @Test
    void anAcceptedPatternIsAnsweredAsItWasSentWithItsTestsAndItsVersion() throws Exception {
        Answer accepted = put(TAUGHT, PATTERN);

        assertThat(accepted.status()).isEqualTo(201);
        JsonNode shown = server.get(TAUGHT).json();
        assertThat(shown).isEqualTo(accepted.json());
        assertThat(shown.get("pattern")).isEqualTo(TestServer.JSON.readTree(PATTERN));
        assertThat(shown.get("origin").stringValue()).isEqualTo("accepted");
        assertThat(shown.get("fault").isNull()).isTrue();
        assertThat(shown.get("tests").get(0).get("groups").get("serial").stringValue())
                .isEqualTo("0002");
        assertThat(server.get(TAUGHT).header("ETag")).isEqualTo("\"" + shown.get("version") + "\"");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aChangeNamesTheVersionThatItIsOf() throws Exception {
        String first = "\"" + put(TAUGHT, PATTERN).json().get("version") + "\"";
        String narrower = PATTERN.replace("[0-9]{4}", "000[0-9]");

        assertThat(code(put(TAUGHT, narrower))).isEqualTo("KW-HTTP-021");
        assertThat(code(delete(TAUGHT))).isEqualTo("KW-HTTP-021");
        assertThat(code(put(TAUGHT, narrower, "If-Match", "\"1\""))).isEqualTo("KW-HTTP-020");
        assertThat(code(put(TAUGHT, narrower, "If-Match", "W/\"x\""))).isEqualTo("KW-HTTP-020");
        assertThat(code(put(ALL + "/unknown", PATTERN, "If-Match", first))).isEqualTo("KW-HTTP-020");

        Answer changed = put(TAUGHT, narrower, "If-Match", first);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(server.get(TAUGHT).json().get("pattern").get("expression").stringValue())
                .contains("000");
        Answer late = delete(TAUGHT, "If-Match", first);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("message").get("zh").stringValue()).contains("重新读取");

        assertThat(delete(TAUGHT, "If-Match", changed.header("ETag")).status()).isEqualTo(204);
        assertThat(code(server.get(TAUGHT))).isEqualTo("KW-HTTP-025");
        assertThat(code(delete(TAUGHT, "If-Match", "*"))).isEqualTo("KW-HTTP-025");
    }

    @Test
    void aConfiguredPatternIsShownAndCannotBeChanged() throws Exception {
        JsonNode house = server.get(ALL + "/house").json();
        assertThat(house.get("origin").stringValue()).isEqualTo("configuration");
        assertThat(house.get("version").isNull()).isTrue();

        assertThat(code(put(ALL + "/house", PATTERN))).isEqualTo("KW-HTTP-023");
        assertThat(code(put(ALL + "/house", PATTERN, "If-Match", "*"))).isEqualTo("KW-HTTP-023");
        Answer refused = delete(ALL + "/house", "If-Match", "*");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(code(refused)).isEqualTo("KW-HTTP-023");
        assertThat(server.get(ALL + "/house").json()).isEqualTo(house);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "{\"expression\":\"(\",\"examples\":[\"x\"]}!KW-ID-241",
                "{\"expression\":\"(?<product>x)\"}!KW-ID-242",
                "{\"expression\":\"x\",\"examples\":[\"x\"]}!KW-ID-243",
                "{\"expression\":\"(?<product>x)\",\"examples\":[\"x\"],\"map\":{\"product\":\"y\"}}!KW-ID-244",
                "{\"expression\":\"(?<product>x)\",\"examples\":[\"x\"],\"check\":\"mod1\"}!KW-ID-245",
                "{\"expression\":\"(?<product>x)\",\"examples\":[\"x\"],\"key\":\"A b\"}!KW-ID-245",
                "{\"expression\":\"(?<product>x)\",\"examples\":[\"y\"]}!KW-ID-246",
                "{\"expression\":\"(?<product>(a+)+b)\",\"examples\":[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac\"]}!KW-ID-246",
                "{\"expression\":\"(?<product>x)\",\"readings\":{\"x\":{\"product\":\"y\"}}}!KW-ID-247",
                "{\"expression\":\"(?<product>x)\",\"examples\":[\"x\"],\"counterexamples\":[\"x\"]}!KW-ID-248",
                "{\"expression\":\"(?<product>.*)\",\"examples\":[\"x\"]}!KW-ID-249"
            })
    void aPatternThatCannotBeUsedIsRefusedWithItsCodeInBothLanguages(String body, String code) throws Exception {
        Answer refused = put(TAUGHT, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo(code);
        assertThat(refused.json().get("message").get("zh").stringValue()).containsAnyOf("规则", "冲突");
        assertThat(count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"expression\":7}",
                "{\"expression\":\"x\",\"examples\":\"x\"}",
                "{\"expression\":\"x\",\"readings\":{\"x\":\"y\"}}",
                "{\"expression\":\"x\",\"readings\":[]}",
                "{\"expression\":\"x\",\"map\":{\"a\":1}}",
                "{\"expression\":\"x\",\"priority\":1.5}",
                "{\"expression\":\"x\",\"maxLength\":99999999999}",
                "{\"expression\":\"x\",\"colour\":\"red\"}"
            })
    void whatIsNoPatternIsRefusedFieldByField(String body) throws Exception {
        Answer refused = put(TAUGHT, body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("KW-HTTP-002");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aNameThatNoPatternCanHaveIsRefused() throws Exception {
        assertThat(code(put(ALL + "/a%20b", PATTERN))).isEqualTo("KW-ID-245");
        assertThat(code(put(ALL + "/" + "n".repeat(65), PATTERN))).isEqualTo("KW-ID-245");
    }
}
