package org.luheng.app.monitor.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luheng.app.monitor.Device;
import org.luheng.app.monitor.Devices;
import org.luheng.app.monitor.Strictness;
import org.luheng.app.monitor.Trouble;
import org.luheng.hj212.Deviation;
import org.luheng.hj212.EncryptedContent;
import org.luheng.hj212.Finding;
import org.luheng.hj212.Frame;
import org.luheng.hj212.Framing;
import org.luheng.hj212.Reading;
import org.luheng.hj212.Version;
import org.luheng.hj212.sm4.Sm4;

/**
 * Decides about frames: known device, its content decrypted, its password, its CRC, its form, in this order. The CRC of encrypted
 * content is that of the plain one (2025), so nothing is judged before. For one connection.
 */
final class Judge {
    private static final int SHOWN = 300;

    private final Devices devices;
    private @Nullable Sm4 cipher;
    private byte @Nullable [] cipherKey;

    Judge(Devices devices) {
        this.devices = devices;
    }

    Judgement of(Frame frame) {
        String mn = frame.mn();
        if (mn == null) {
            return new Judgement.Refused(Trouble.NO_MN, "", excerpt(frame));
        }
        Device device = devices.find(mn);
        if (device == null) {
            return new Judgement.Refused(Trouble.UNKNOWN, mn, excerpt(frame));
        }
        if (!device.active()) {
            return new Judgement.Refused(Trouble.STOPPED, mn, "");
        }
        if (!frame.isPw(device.password())) {
            return new Judgement.Refused(Trouble.WRONG_PASSWORD, mn, "");
        }
        Frame plain = frame;
        if (device.key() != null && mayBeEncrypted(frame)) {
            Frame opened = opened(frame, device.key());
            if (opened == null) {
                return new Judgement.Refused(Trouble.CIPHER, mn, excerpt(frame));
            }
            plain = opened;
        }
        if (plain.has(Deviation.CRC_WRONG) && device.strictness() != Strictness.UNCHECKED) {
            return new Judgement.Refused(
                    Trouble.WRONG_CRC, mn, "应为 %04X，收到 %04X".formatted(plain.crcComputed(), plain.crcSent() & 0xFFFF));
        }
        if (device.strictness() == Strictness.STRICT && !plain.isAccepted(Reading.STRICT)) {
            return new Judgement.Refused(Trouble.DEVIANT, mn, firstRefused(plain));
        }
        return new Judgement.Accepted(device, plain);
    }

    /** Uploads 2000 to 2999, 1014 and 3020, of those who say 2025; a frame whose CRC is right as it stands came in clear. */
    private static boolean mayBeEncrypted(Frame frame) {
        int cn = frame.cn();
        return frame.version() == Version.V2025
                && (cn >= 2000 && cn < 3000 || cn == 1014 || cn == 3020)
                && frame.contentTo() > frame.contentFrom()
                && (frame.has(Deviation.CRC_WRONG) || frame.has(Deviation.ENCRYPTED));
    }

    private @Nullable Frame opened(Frame frame, byte[] key) {
        Sm4 ready = cipher;
        if (ready == null || !java.util.Arrays.equals(cipherKey, key)) {
            ready = new Sm4(key);
            cipher = ready;
            cipherKey = key;
        }
        byte[] plain = EncryptedContent.decrypt(frame, ready);
        Frame opened = plain == null ? null : Framing.only(plain);
        return opened == null || opened.has(Deviation.CRC_WRONG) ? null : opened;
    }

    private static String firstRefused(Frame frame) {
        List<Finding> findings = frame.diagnose();
        return findings.stream()
                .filter(each -> each.deviation().refusedStrictly())
                .map(each -> "%s（%s）：%s"
                        .formatted(each.deviation().text(), each.deviation().clause(), each.value()))
                .findFirst()
                .orElse("");
    }

    /** The frame without its password. */
    static String excerpt(Frame frame) {
        String text = frame.toString().replaceAll("(PW|SK)=[^;,&]*", "$1=******");
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
