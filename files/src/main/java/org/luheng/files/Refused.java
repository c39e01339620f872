package org.luheng.files;

/** What came from outside was not taken; nothing of it was. The findings say where and why. */
public final class Refused extends RuntimeException {
    private final transient Findings findings;

    public Refused(Findings findings) {
        super(String.join("\n", findings.inWords()), null, false, false);
        this.findings = findings;
    }

    public static Refused of(Finding finding) {
        Findings findings = new Findings();
        findings.add(finding);
        return new Refused(findings);
    }

    public Findings findings() {
        return findings;
    }
}
