package org.luheng.app.monitor;

import org.jspecify.annotations.Nullable;
import org.luheng.accounting.emission.Medium;

/**
 * An outlet as who may see it sees it today.
 *
 * @param number its own: DA001
 * @param medium as its terms say; where there are none, by its number: DW discharges water
 * @param permit empty: not known
 * @param sample whether a device that measures it is made up
 */
public record Outlet(
        String code, String name, String owner, String ownerName, String permit, Medium medium, boolean sample) {
    public String number() {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    static Medium usual(String code, @Nullable String said) {
        Medium medium = said == null ? null : Medium.of(said);
        return medium != null ? medium : code.matches(".*-DW[0-9]*") ? Medium.WATER : Medium.GAS;
    }

    public static Outlet of(
            String code,
            String name,
            String owner,
            String ownerName,
            String permit,
            @Nullable String medium,
            boolean sample) {
        return new Outlet(code, name, owner, ownerName, permit, usual(code, medium), sample);
    }
}
