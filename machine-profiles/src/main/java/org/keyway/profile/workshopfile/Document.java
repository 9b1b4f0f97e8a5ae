package org.keyway.profile.workshopfile;

/** One YAML document of a file. */
record Document(String file, Node.Mapping root) {}
