package org.keyway.profile.workshopfile;

import java.util.Optional;
import org.keyway.profile.sheet.SheetFile;

/**
 * A file with tables of parameter sets.
 *
 * @param profile the machine profile whose parameters the columns are; where it is empty the tables say it themselves
 */
public record WorkshopSheet(String file, SheetFile.Content content, Optional<String> profile) implements WorkshopFile {}
