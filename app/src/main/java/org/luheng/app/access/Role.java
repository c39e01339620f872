package org.luheng.app.access;

import java.util.Arrays;

/** What a standing entitles to; the database decides by the same codes (V5__access.sql). */
public enum Role {
    OFFICE("office", "办公室", "看本级及以下，录入、复核、封存"),
    DISTRICT("district", "地区", "看、报本地区及其下"),
    AGENCY("agency", "部门", "看、报本部门牵头或配合的指标"),
    ENTERPRISE("enterprise", "企业", "看、报本企业"),
    INSTITUTION("institution", "公共机构", "看、报本单位"),
    AUDITOR("auditor", "审计员", "看全部和审计记录，不改任何东西"),
    ADMINISTRATOR("administrator", "管理员", "管账户，不因此看任何数据");

    private final String code;
    private final String word;
    private final String promise;

    Role(String code, String word, String promise) {
        this.code = code;
        this.word = word;
        this.promise = promise;
    }

    public String code() {
        return code;
    }

    public String word() {
        return word;
    }

    /** In one line, for those who give it. */
    public String promise() {
        return promise;
    }

    /** The name Spring Security knows it by. */
    public String authority() {
        return "ROLE_" + name();
    }

    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such role: " + code));
    }
}
