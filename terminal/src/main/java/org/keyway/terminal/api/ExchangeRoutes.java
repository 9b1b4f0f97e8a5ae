package org.keyway.terminal.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyway.identifier.Message;
import org.keyway.identifier.MessageCatalogue;
import org.keyway.profile.ImportProblem;
import org.keyway.profile.ImportTerms;
import org.keyway.profile.MachineProfile;
import org.keyway.profile.ParameterSet;
import org.keyway.profile.ReleasedSets;
import org.keyway.profile.Workshop;
import org.keyway.profile.WorkshopImporter;
import org.keyway.profile.WorkshopSource;
import org.keyway.profile.life.ReleasePolicy;
import org.keyway.profile.sheet.SheetFile;
import org.keyway.profile.sheet.SheetFile.Format;
import org.keyway.profile.workshopfile.SetSheets;
import org.keyway.profile.workshopfile.WorkshopFile;
import org.keyway.profile.workshopfile.WorkshopSheet;
import org.keyway.profile.workshopfile.WorkshopText;
import org.keyway.terminal.http.HttpProblem;
import org.keyway.terminal.http.HttpProblem.Code;
import org.keyway.terminal.http.HttpProblem.FieldError;
import org.keyway.terminal.http.QueryParameters;
import org.keyway.terminal.http.RequestGuard;
import org.keyway.terminal.http.Routes;
import org.keyway.terminal.set.UnconfirmedChange;

/**
 * Parameter sets as files: {@code template.csv} and {@code sets.csv} of a machine profile, the same as {@code .xlsx}, and
 * {@code POST /api/v1/imports} of workshop files and tables.
 */
public final class ExchangeRoutes implements Routes {
    private static final String PROFILE = "/api/v1/machine-profiles/{id}/";
    private static final int MOST_SETS = 50_000;

    private final WorkshopSource workshop;
    private final ReleasedSets released;
    private final WorkshopImporter importer;
    private final ReleasePolicy policy;
    private final MessageCatalogue catalogue =
            MessageCatalogue.load("org.keyway.terminal.messages", ExchangeRoutes.class.getClassLoader());

    @Inject
    public ExchangeRoutes(
            WorkshopSource workshop, ReleasedSets released, WorkshopImporter importer, ReleasePolicy policy) {
        this.policy = policy;
        this.workshop = workshop;
        this.released = released;
        this.importer = importer;
    }

    /** What an import did. */
    record ImportedJson(int things, int sets) {}

    /** One problem of an import. */
    record ProblemJson(String file, int line, Optional<String> cell, String code, Message message) {
        static ProblemJson of(ImportProblem problem) {
            return new ProblemJson(problem.file(), problem.line(), problem.cell(), problem.code(), problem.message());
        }
    }

    /** An import that was refused, by RFC 9457 with every problem. */
    record RefusedJson(String type, int status, String code, Message message, List<ProblemJson> problems) {}

    @Override
    public void addTo(RoutesConfig routes) {
        for (Format format : Format.values()) {
            routes.get(PROFILE + "template." + format.extension(), context -> template(context, format));
            routes.get(PROFILE + "sets." + format.extension(), context -> sets(context, format));
        }
        routes.post(RequestGuard.IMPORTS, this::importFile);
    }

    private void template(Context context, Format format) {
        Workshop current = workshop.current();
        MachineProfile profile = profile(current, context);
        answer(context, format, "template", sheets(current).template(format, profile));
    }

    private void sets(Context context, Format format) {
        Workshop current = workshop.current();
        MachineProfile profile = profile(current, context);
        SetSheets sheets = sheets(current);
        List<ParameterSet> sets = new ArrayList<>();
        released.each(set -> {
            if (sheets.reached(set.set()).contains(profile.id())) {
                sets.add(set.set());
            }
            if (sets.size() > MOST_SETS) {
                throw HttpProblem.of(Code.TOO_MANY_SETS, Map.of("limit", MOST_SETS));
            }
        });
        try {
            answer(context, format, "sets", sheets.write(format, profile, sets));
        } catch (IllegalArgumentException tooLong) {
            throw HttpProblem.of(Code.UNWRITABLE_SET);
        }
    }

    private static MachineProfile profile(Workshop workshop, Context context) {
        String id = context.pathParam("id");
        return workshop.profile(id)
                .orElseThrow(() -> HttpProblem.of(Code.UNKNOWN_ITEM, Map.of("kind", "machine-profiles", "id", id)));
    }

    private static SetSheets sheets(Workshop workshop) {
        return new SetSheets(
                workshop.machines(),
                workshop.machines().stream()
                        .flatMap(machine -> workshop.profile(machine.profile()).stream())
                        .distinct()
                        .toList());
    }

    private static void answer(Context context, Format format, String name, byte[] file) {
        context.header("Content-Disposition", "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .contentType(format.mediaType())
                .result(file);
    }

    private void importFile(Context context) {
        QueryParameters query = new QueryParameters(context);
        Optional<String> by = query.text("by");
        Optional<String> profile = query.text("profile");
        boolean release = query.parsed("release", ExchangeRoutes::flag).orElse(false);
        boolean confirmed = query.parsed("confirmed", ExchangeRoutes::flag).orElse(false);
        query.check();
        if (by.isEmpty()) {
            throw HttpProblem.fields(List.of(new FieldError("by", "KW-HTTP-FIELD-MISSING", Map.of())));
        }
        if (release && policy.fourEyes()) {
            // Whoever sends a file over the network edited it; somebody else must release what it holds.
            throw HttpProblem.of(Code.FOUR_EYES);
        }
        ImportTerms.Sets sets = release ? ImportTerms.Sets.RELEASE : ImportTerms.Sets.DRAFT;
        WorkshopImporter.Outcome outcome = importer.importFiles(
                List.of(file(context, profile)), Map.of(), new ImportTerms(sets, by.get(), "import", !confirmed));
        if (outcome instanceof WorkshopImporter.Outcome.Unconfirmed unconfirmed) {
            throw UnconfirmedChange.problem(unconfirmed.changes());
        }
        if (outcome instanceof WorkshopImporter.Outcome.Imported imported) {
            context.json(new ImportedJson(imported.things(), imported.sets()));
        } else {
            refuse(context, ((WorkshopImporter.Outcome.Refused) outcome).problems());
        }
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    private void refuse(Context context, List<ImportProblem> problems) {
        Message message = catalogue.message(Code.IMPORT_REFUSED.code(), Map.of("count", problems.size()));
        context.status(422)
                .json(new RefusedJson(
                        "about:blank",
                        422,
                        Code.IMPORT_REFUSED.code(),
                        message,
                        problems.stream().map(ProblemJson::of).toList()))
                .contentType("application/problem+json");
    }

    private static WorkshopFile file(Context context, Optional<String> profile) {
        byte[] bytes = bytes(context);
        Optional<Format> format =
                Optional.ofNullable(context.header("Content-Type")).flatMap(Format::ofMediaType);
        if (format.isPresent()) {
            String name = "import." + format.get().extension();
            return new WorkshopSheet(name, SheetFile.read(format.get(), bytes), profile);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new WorkshopText("import.yaml", text);
        } catch (CharacterCodingException e) {
            throw HttpProblem.of(Code.NOT_UTF8);
        }
    }

    /** Never more than the largest file: what is longer is not read to its end. */
    private static byte[] bytes(Context context) {
        HttpProblem tooLarge = HttpProblem.of(Code.TOO_LARGE, Map.of("limit", SheetFile.MOST_BYTES / 1024));
        if (context.req().getContentLengthLong() > SheetFile.MOST_BYTES) {
            throw tooLarge;
        }
        try {
            byte[] bytes = context.req().getInputStream().readNBytes(SheetFile.MOST_BYTES + 1);
            if (bytes.length > SheetFile.MOST_BYTES) {
                throw tooLarge;
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
