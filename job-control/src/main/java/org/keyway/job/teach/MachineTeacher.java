package org.keyway.job.teach;

/** Makes parameter sets out of what machines hold. */
public interface MachineTeacher {
    /** Reads the machine once, now. Nothing is written, neither to the machine nor to the workshop. */
    Lesson teach(TeachRequest request);
}
