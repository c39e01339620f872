@org.jspecify.annotations.NullMarked
package org.luheng.app.metering.sample;
