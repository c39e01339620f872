/**
 * Energy online monitoring (能耗在线监测): the interface that end devices (端设备) of key energy users speak, what they sent in all its
 * versions, and how complete and consistent it is.
 *
 * <p>Protocol: NECC-NHJC-04 and GB/T 37947 as devices in the field speak it, with the variant that encrypts values by SM4.
 *
 * <p>Promises: what was answered with success is on disk; the same upload twice changes nothing; a correction keeps what it corrects.
 * Never: fills a gap with a number of its own; shows anybody an enterprise that he has no right to see.
 */
@NullMarked
@ApplicationModule(displayName = "能耗在线")
package org.luheng.app.metering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
