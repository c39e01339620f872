/** Made-up facts for the demonstration: always the same ones, each marked as a sample. */
@NullMarked
package org.luheng.app.fact.sample;

import org.jspecify.annotations.NullMarked;
