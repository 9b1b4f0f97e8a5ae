/**
 * What every HTTP request goes through, whatever it is about: who may ask ({@code RequestGuard}), how large and how strict
 * a body is, and how a refusal looks ({@code application/problem+json}). It knows nothing of jobs or machines.
 */
@NullMarked
package org.keyway.terminal.http;

import org.jspecify.annotations.NullMarked;
