package org.keyway.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyway.terminal.TestServer.Answer;
import tools.jackson.databind.JsonNode;

/** Parameter sets over HTTP, on a real store. */
final class ParameterSetApiTest {
    private static final String ALL = "/api/v1/parameter-sets";
    private static final String SET = ALL + "/CB-150-OP20";
    private static final String LI = "\"by\": \"Li\", \"reason\": \"wear\"";
    private static final String ZHAO = "{\"by\": \"Zhao\", \"reason\": \"seen\"}";
    private static final String CONTENT =
            "\"scope\": {\"product\": \"CB-150\", \"machineClass\": \"HMC\", \"operation\": \"OP20\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer put(String tag, String speed) throws Exception {
        return server.send(
                "PUT", SET, tag, "{" + CONTENT + ", \"values\": {\"spindleSpeed\": " + speed + "}, " + LI + "}");
    }

    private Answer step(int version, String step, String tag, String body) throws Exception {
        return server.send("POST", SET + "/versions/" + version + "/" + step, tag, body);
    }

    private static String code(Answer answer) {
        return answer.json().at("/code").asString();
    }

    @Test
    void aDraftIsSubmittedAndReleasedBySomebodyElseThanItsAuthor() throws Exception {
        Answer draft = put("\"1.1\"", "7500");
        assertThat(draft.status()).isEqualTo(201);
        assertThat(draft.json().at("/state").asString()).isEqualTo("DRAFT");
        Answer submitted = step(2, "submit", draft.header("ETag"), "{" + LI + "}");
        assertThat(submitted.json().at("/steps").toString()).contains("release", "trial");

        Answer own = step(2, "release", submitted.header("ETag"), "{" + LI + "}");
        assertThat(own.status()).isEqualTo(422);
        assertThat(code(own)).isEqualTo("KW-SET-005");
        assertThat(own.json().at("/errors/0/field").asString()).isEqualTo("by");
        assertThat(own.json().at("/message/zh").asString()).contains("其他人");

        assertThat(step(2, "release", submitted.header("ETag"), ZHAO).status()).isEqualTo(200);
        JsonNode set = server.get(SET).json();
        assertThat(set.at("/released").asInt()).isEqualTo(2);
        assertThat(set.at("/versions/1/state").asString()).isEqualTo("RETIRED");
    }

    @Test
    void ofTwoEditorsTheSecondIsToldWhoWasQuickerAndWhatIsThereNow() throws Exception {
        String seen = put("\"1.1\"", "7500").header("ETag");
        assertThat(put(seen, "7600").status()).isEqualTo(200);

        Answer late = put(seen, "7700");

        assertThat(late.status()).isEqualTo(412);
        assertThat(code(late)).isEqualTo("KW-SET-002");
        assertThat(late.json().at("/detail").asString()).contains("Li");
        assertThat(late.json().at("/current/document/values/spindleSpeed").asInt())
                .isEqualTo(7600);
        assertThat(late.json().at("/current/tag").asString()).isEqualTo("2.2");
    }

    @Test
    void whatIsThereAlreadyIsChangedOnlyByWhoSaysWhatHeHasRead() throws Exception {
        assertThat(put("", "7500").status()).isEqualTo(428);
        assertThat(put("\"1.7\"", "7500").status()).isEqualTo(412);
        assertThat(put("nonsense", "7500").status()).isEqualTo(412);
        assertThat(server.get(SET + "/versions").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithItsPath() throws Exception {
        Answer answer = server.send("PUT", SET, "\"1.1\"", """
                {"scope": {"product": "NONE", "machineClass": "HMC", "colour": "red"},
                 "values": {"spindleSpeed": 99999, "feed": 1}, "effective": {"from": "tomorrow"}, "by": ""}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("field"))
                .contains(
                        "by",
                        "reason",
                        "scope.product",
                        "scope.colour",
                        "values.spindleSpeed",
                        "values.feed",
                        "effective.from");
        assertThat(server.get(SET + "/versions").json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void aProductOrAValueThatIsNullIsNotTakenForOneThatWasLeftOut() throws Exception {
        Answer answer = server.send("PUT", SET, "\"1.1\"", """
                {"scope": {"product": null, "machineClass": "HMC"}, "effective": {"parts": null},
                 "values": {"spindleSpeed": null}, "note": null, "by": "Li", "reason": "wear"}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("field"))
                .containsExactly("scope.product", "effective.parts", "values.spindleSpeed");
    }

    @Test
    void bodiesThatCouldFillTheMemoryAreRefused() throws Exception {
        String number = "{" + CONTENT + ", \"values\": {\"spindleSpeed\": 1e999999999}, " + LI + "}";
        String deep = "{\"scope\": " + "[".repeat(400) + "]".repeat(400) + "}";
        String large = "{\"note\": \"" + "x".repeat(1024 * 1024) + "\"}";

        assertThat(server.send("PUT", SET, "\"1.1\"", number).status()).isEqualTo(422);
        assertThat(server.send("PUT", SET, "\"1.1\"", deep).status()).isEqualTo(400);
        assertThat(server.send("PUT", SET, "\"1.1\"", large).status()).isEqualTo(413);
        assertThat(server.send("PUT", SET, "\"1.1\"", "[]").status()).isEqualTo(400);
    }

    @Test
    void textsThatLookLikeVariablesAreNotReplacedByThoseOfTheServer() throws Exception {
        Answer answer = server.send(
                "PUT",
                SET,
                "\"1.1\"",
                "{" + CONTENT + ", \"note\": \"${PATH}\", \"values\": {\"spindleSpeed\": 1000}, " + LI + "}");

        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("KW-IMP-020");
    }

    @Test
    void aListIsFilteredByScopeStateAndText() throws Exception {
        put("\"1.1\"", "7500");

        assertThat(server.get(ALL + "?product=CB-150&state=DRAFT")
                        .json()
                        .at("/items/0/version")
                        .asInt())
                .isEqualTo(2);
        assertThat(server.get(ALL + "?machineClass=HMC")
                        .json()
                        .at("/items/0/released")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get(ALL + "?text=SPINDLE").json().at("/items").size()).isEqualTo(1);
        assertThat(server.get(ALL + "?product=CB_150").json().at("/items").size())
                .isZero();
        assertThat(server.get(ALL + "?product=%25").json().at("/items").size()).isZero();
        assertThat(server.get(ALL + "?state=NEW").status()).isEqualTo(422);
    }

    @Test
    void anOlderVersionComesBackAsANewOneAndTheDifferenceIsShown() throws Exception {
        String tag = put("\"1.1\"", "7500").header("ETag");
        assertThat(server.get(SET + "/diff?from=1&to=2").json().at("/values/0").toString())
                .isEqualTo("{\"name\":\"spindleSpeed\",\"kind\":\"CHANGED\",\"before\":8000,\"after\":7500}");
        assertThat(server.send("DELETE", SET, tag, ZHAO).json().at("/state").asString())
                .isEqualTo("DISCARDED");

        Answer back = server.post(SET + "/versions", "{\"from\": 1, " + LI + "}");

        assertThat(back.status()).isEqualTo(201);
        assertThat(back.json().at("/version").asInt()).isEqualTo(3);
        assertThat(back.json().at("/document/values/spindleSpeed").asInt()).isEqualTo(8000);
    }

    @Test
    void aReleaseIsScheduledAndWithdrawnAndATrialStartsOnAMachineOfTheScope() throws Exception {
        String submitted = step(2, "submit", put("\"1.1\"", "7500").header("ETag"), "{" + LI + "}")
                .header("ETag");

        for (String at : new String[] {"\"soon\"", "null", "\"\"", "\" \"", "0"}) {
            Answer refused = step(2, "release", submitted, "{\"by\": \"Zhao\", \"reason\": \"x\", \"at\": " + at + "}");
            assertThat(refused.status()).as(at).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asString()).as(at).isEqualTo("at");
        }
        Answer scheduled = step(
                2, "release", submitted, "{\"by\": \"Zhao\", \"reason\": \"x\", \"at\": \"2030-01-01T00:00:00Z\"}");
        assertThat(scheduled.json().at("/state").asString()).isEqualTo("SCHEDULED");
        Answer withdrawn = step(2, "withdraw", scheduled.header("ETag"), ZHAO);
        assertThat(code(step(2, "promote", withdrawn.header("ETag"), ZHAO))).isEqualTo("KW-SET-004");
        assertThat(code(step(
                        2,
                        "trial",
                        withdrawn.header("ETag"),
                        "{\"by\": \"Zhao\", \"reason\": \"x\", \"machine\": \"NONE\", \"parts\": 5}")))
                .isEqualTo("KW-SET-011");
        Answer trial = step(
                2,
                "trial",
                withdrawn.header("ETag"),
                "{\"by\": \"Zhao\", \"reason\": \"x\", \"machine\": \"HMC-01\", \"parts\": 5}");
        assertThat(trial.json().at("/trial/machine").asString()).isEqualTo("HMC-01");
    }

    @Test
    void commentsAndHistoryTellWhoSaidAndDidWhat() throws Exception {
        put("\"1.1\"", "7500");
        assertThat(server.post(SET + "/versions/2/comments", "{\"by\": \"Zhao\", \"text\": \"too slow?\"}")
                        .status())
                .isEqualTo(201);

        assertThat(server.get(SET + "/versions/2/comments")
                        .json()
                        .at("/items/0/text")
                        .asString())
                .isEqualTo("too slow?");
        JsonNode last = server.get("/api/v1/products/CB-150/history").json().at("/items/0");
        assertThat(last.at("/action").asString()).isEqualTo("CREATED");
        assertThat(last.at("/by").asString()).isEqualTo("Li");
        assertThat(last.at("/reason").asString()).isEqualTo("wear");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(code(server.get(ALL + "/NONE"))).isEqualTo("KW-HTTP-034");
        assertThat(server.get(SET + "/versions/9").status()).isEqualTo(404);
        assertThat(server.get(SET + "/versions/x").status()).isEqualTo(404);
        assertThat(server.get(SET + "/diff?from=1&to=9").status()).isEqualTo(404);
        assertThat(step(9, "submit", "\"9.1\"", ZHAO).status()).isEqualTo(404);
    }

    @Test
    void aDifferenceIsOfTwoVersionsThatAreNamed() throws Exception {
        Answer answer = server.get(SET + "/diff?to=1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors").findValuesAsString("field")).containsExactly("from");
    }

    @Test
    void aDraftsEffectIsKnownBeforeItIsReleased() throws Exception {
        put("\"1.1\"", "7500");

        JsonNode change = server.get(SET + "/versions/2/impact").json().at("/items/0");

        assertThat(change.at("/machine").asString()).isEqualTo("HMC-01");
        assertThat(change.at("/values/0").toString())
                .isEqualTo("{\"parameter\":\"spindleSpeed\",\"before\":8000,\"after\":7500}");
    }

    @Test
    void coverageTellsEveryCellAndExplainsIt() throws Exception {
        assertThat(server.get("/api/v1/coverage/summary")
                        .json()
                        .at("/cells/MATCHED")
                        .asInt())
                .isEqualTo(1);
        assertThat(server.get("/api/v1/coverage?machine=HMC-01")
                        .json()
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("MATCHED");
        assertThat(server.get("/api/v1/coverage/cell?product=CB-150&machine=HMC-01&operation=OP20")
                        .json()
                        .at("/values/0/source/set")
                        .asString())
                .isEqualTo("CB-150-OP20");
        assertThat(server.get("/api/v1/coverage/cell?product=CB-150&machine=HMC-01&operation=OP20")
                        .json()
                        .at("/values/0/node")
                        .asString())
                .isEqualTo("nsu=urn:cnc:HMC-01;s=Stage/SpindleSpeed");
        assertThat(server.get("/api/v1/coverage/cell?product=NONE&machine=HMC-01&operation=OP20")
                        .status())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/coverage/cell?product=CB-150")
                        .json()
                        .at("/errors")
                        .findValuesAsString("field"))
                .containsExactly("machine", "operation");
    }

    @Test
    void aSetThatClashesWithAReleasedOneIsNotSubmittedAndBothAreNamed() throws Exception {
        String other = ALL + "/CB-150-OTHER";
        Answer draft =
                server.send("PUT", other, "", "{" + CONTENT + ", \"values\": {\"spindleSpeed\": 7000}, " + LI + "}");

        Answer refused = server.send("POST", other + "/versions/1/submit", draft.header("ETag"), ZHAO);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(code(refused)).isEqualTo("KW-SET-040");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("values.spindleSpeed");
        assertThat(refused.json().at("/detail").asString()).contains("CB-150-OTHER v1", "CB-150-OP20 v1", "HMC-01");
    }
}
