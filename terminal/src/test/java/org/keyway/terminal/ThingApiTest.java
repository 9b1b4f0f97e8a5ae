package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.terminal.TestServer.Answer;
import tools.jackson.databind.JsonNode;

/** Products, machines and the like changed over HTTP, on a real store. */
final class ThingApiTest {
    private static final String PRODUCT = "/api/v1/products/CB-150";
    private static final String WHO = "\"by\": \"Li\", \"reason\": \"new drawing\"";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer put(String path, String tag, String fields) throws Exception {
        return server.send("PUT", path, tag, "{" + fields + ", " + WHO + "}");
    }

    private Answer delete(String path) throws Exception {
        String tag = server.get(path + "/document").header("ETag");
        return server.send("DELETE", path, tag, "{" + WHO + "}");
    }

    @Test
    void aDocumentThatWasReadIsTakenBackAsItIs() throws Exception {
        for (String path : new String[] {
            PRODUCT,
            "/api/v1/machines/HMC-01",
            "/api/v1/machine-profiles/hmc",
            "/api/v1/stations/ST-10",
            "/api/v1/product-families/BLOCK"
        }) {
            Answer read = server.get(path + "/document");
            String document = read.json().at("/document").toString();
            Answer kept = put(path, read.header("ETag"), document.substring(1, document.length() - 1));
            assertThat(kept.status()).as(path).isEqualTo(200);
            assertThat(kept.header("ETag")).as(path).isEqualTo(read.header("ETag"));
        }
    }

    @Test
    void aChangeIsKeptWithWhoAndWhyAndAnOlderOneIsTold() throws Exception {
        String tag = server.get(PRODUCT + "/document").header("ETag");
        Answer changed = put(PRODUCT, tag, "\"family\": \"BLOCK\", \"attributes\": {\"boreClass\": \"C\"}");
        assertThat(changed.json().at("/document/attributes/boreClass").asString())
                .isEqualTo("C");
        assertThat(changed.json().at("/changed/by").asString()).isEqualTo("Li");

        Answer late = put(PRODUCT, tag, "\"family\": \"BLOCK\"");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/detail").asString()).contains("Li");
        assertThat(late.json().at("/current/document/attributes/boreClass").asString())
                .isEqualTo("C");
        JsonNode last = server.get(PRODUCT + "/history").json().at("/items/0");
        assertThat(last.at("/reason").asString()).isEqualTo("new drawing");
        JsonNode change = last.at("/changes")
                .valueStream()
                .filter(field -> field.at("/field").asString().equals("attributes.boreClass"))
                .findFirst()
                .orElseThrow();
        assertThat(change.at("/before").asString()).isEqualTo("B");
        assertThat(change.at("/after").asString()).isEqualTo("C");
        assertThat(change.at("/message/zh").asString()).isEqualTo("属性 › boreClass：B → C");
    }

    @Test
    void aMachineMovesToAnotherClassOnlyWhenWhatItDoesToPartsIsMeant() throws Exception {
        String path = "/api/v1/machines/HMC-01";
        Answer read = server.get(path + "/document");
        String document = read.json().at("/document").toString().replace("\"class\":\"HMC\"", "\"class\":\"LATHE\"");
        String fields = document.substring(1, document.length() - 1);

        Answer asked = put(path, read.header("ETag"), fields);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().at("/code").asString()).isEqualTo("KW-HTTP-036");
        assertThat(asked.json().at("/impact/0/product").asString()).isEqualTo("CB-150");
        assertThat(asked.json().at("/impact/0/matchedAfter").asBoolean()).isFalse();
        assertThat(server.get(path + "/document").header("ETag")).isEqualTo(read.header("ETag"));
        assertThat(put(path, read.header("ETag"), fields + ", \"confirmed\": 1").status())
                .isEqualTo(422);
        Answer moved = put(path, read.header("ETag"), fields + ", \"confirmed\": true");
        assertThat(moved.json().at("/document/class").asString()).isEqualTo("LATHE");
        Answer back = put(path + "?confirmed=true", moved.header("ETag"), fields.replace("LATHE", "HMC"));
        assertThat(back.status()).isEqualTo(200);
    }

    @Test
    void everythingThatIsWrongIsToldWithItsPath() throws Exception {
        Answer answer = put("/api/v1/machines/HMC-02", "", """
                "class": "HMC", "station": "NONE", "operation": "OP20", "profile": "none", "colour": 1,
                "endpoint": {"url": "opc.tcp://10.0.0.7:4840", "security": "None"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("field"))
                .contains("station", "profile", "colour", "endpoint.security");
        assertThat(server.get("/api/v1/machines/HMC-02/document").status()).isEqualTo(404);
    }

    @Test
    void aNewThingIsCreatedAndCanBeRemovedAgain() throws Exception {
        assertThat(put("/api/v1/products/CB-160", "", "\"family\": \"BLOCK\"").status())
                .isEqualTo(201);
        assertThat(put("/api/v1/products/CB-160", "", "\"family\": \"BLOCK\"").status())
                .isEqualTo(428);

        assertThat(delete("/api/v1/products/CB-160").status()).isEqualTo(204);
        assertThat(server.get("/api/v1/products/CB-160/document").status()).isEqualTo(404);
        assertThat(server.get("/api/v1/products/CB-160/history")
                        .json()
                        .at("/items/0/action")
                        .asString())
                .isEqualTo("REMOVED");
    }

    @Test
    void whatOthersReferToStaysAndTheyAreNamed() throws Exception {
        assertThat(delete("/api/v1/product-families/BLOCK").json().at("/detail").asString())
                .contains("Product CB-150");
        assertThat(delete(PRODUCT).json().at("/detail").asString()).contains("ParameterSet CB-150-OP20");
        assertThat(delete("/api/v1/stations/ST-10").json().at("/code").asString())
                .isEqualTo("KW-HTTP-033");
        assertThat(delete("/api/v1/machine-profiles/hmc").json().at("/detail").asString())
                .contains("Machine HMC-01");
        assertThat(delete("/api/v1/machines/HMC-01").json().at("/detail").asString())
                .contains("CB-150-OP20");
    }

    @Test
    void nobodyChangesAnythingWithoutNameAndReason() throws Exception {
        String tag = server.get(PRODUCT + "/document").header("ETag");
        Answer answer = server.send("PUT", PRODUCT, tag, "{\"family\": \"BLOCK\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("field")).containsExactly("by", "reason");
    }
}
