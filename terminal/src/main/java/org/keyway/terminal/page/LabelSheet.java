package org.keyway.terminal.page;

import java.util.List;

/** The labels that the application offers for printing, in order; empty in a real workshop. */
public record LabelSheet(List<Label> labels) {
    public LabelSheet {
        labels = List.copyOf(labels);
        if (labels.stream().map(Label::id).distinct().count() != labels.size()) {
            throw new IllegalArgumentException("two labels with the same id");
        }
    }
}
