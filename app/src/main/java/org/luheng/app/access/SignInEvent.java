package org.luheng.app.access;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did to prove himself, or failed to; published as it happens, for the audit trail. The
 * {@link org.luheng.app.database.Actor} of the request, with its address, is bound.
 *
 * @param login as given, also one that nobody has, as far as it looks like one
 * @param account null where the login is nobody's
 * @param detail further words, never a secret; empty where there are none
 */
public record SignInEvent(Kind kind, String login, @Nullable Long account, String detail) {
    public enum Kind {
        SIGNED_IN("登录"),
        REFUSED("登录被拒"),
        SLOWED("登录被限"),
        SIGNED_OUT("退出"),
        SESSION_ENDED("会话被结束"),
        STANDING_CHANGED("切换身份"),
        PASSWORD_CHANGED("修改密码"),
        SECOND_FACTOR_SET("启用两步验证"),
        SECOND_FACTOR_REMOVED("停用两步验证"),
        RECOVERY_CODES_MADE("重发恢复码"),
        RECOVERY_CODE_USED("使用恢复码"),
        DIRECTORY_LINKED("关联统一身份认证");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
