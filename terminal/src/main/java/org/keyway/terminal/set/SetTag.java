package org.keyway.terminal.set;

import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyway.profile.life.Revision;
import org.keyway.terminal.http.EntityTag;

/** The revision of a version that a client has read: {@code "4.2"} is the second revision of version 4. */
record SetTag(int version, int revision) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,8})\\.(\\d{1,8})");

    /** What is no tag of ours matches nothing. */
    private static final SetTag NONE = new SetTag(0, 0);

    static SetTag required(Context context, String id) {
        return of(EntityTag.required(context, id));
    }

    static SetTag of(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? new SetTag(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : NONE;
    }

    Revision of(String id, int named) {
        return new Revision(id, named, version == named ? revision : NONE.revision);
    }

    Revision revision(String id) {
        return new Revision(id, version, revision);
    }
}
