package org.luheng.app.register;

/**
 * An enterprise or institution to be added to the register.
 *
 * @param code unified social credit code, which is its code in the register too
 * @param kind {@link Body.Kind#ENTERPRISE} or {@link Body.Kind#INSTITUTION}
 * @param industry of an enterprise, GB/T 4754 (C3011, 30); empty: not known
 * @param place code of the place it lies in
 */
public record NewBody(UnifiedSocialCreditCode code, Body.Kind kind, String name, String industry, String place) {}
