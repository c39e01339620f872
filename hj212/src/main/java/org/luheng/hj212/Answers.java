package org.luheng.hj212;

/**
 * What is said in return, by host or device: ST=91, the QN of what is answered, and no wish for an answer (6.2, tables C.1 to
 * C.50). In the form of 2005 the QN stands in the data.
 */
public final class Answers {
    /** QnRtn (table 7): the request will be carried out. */
    public static final int READY = 1;

    public static final int REFUSED = 2;
    public static final int WRONG_PW = 3;
    public static final int WRONG_MN = 4;
    public static final int WRONG_ST = 5;
    public static final int WRONG_FLAG = 6;
    public static final int WRONG_QN = 7;
    public static final int WRONG_CN = 8;
    public static final int WRONG_CRC = 9;
    public static final int UNKNOWN = 100;

    /** ExeRtn (table 6): carried out. */
    public static final int DONE = 1;

    public static final int FAILED = 2;
    public static final int NO_DATA = 100;

    private Answers() {}

    /** 9011: whether a request is taken up. */
    public static Message taken(Message request, int qnRtn) {
        return answer(request, 9011, "QnRtn", qnRtn);
    }

    /** 9012: how a request ended. */
    public static Message executed(Message request, int exeRtn) {
        return answer(request, 9012, "ExeRtn", exeRtn);
    }

    /** 9013: a notice has come. */
    public static Message noticed(Message notice) {
        return answer(notice, 9013, "", 0);
    }

    /** 9014: data have come. To be sent when they are safe. */
    public static Message received(Message data) {
        return answer(data, 9014, "", 0);
    }

    private static Message answer(Message asked, int cn, String name, int result) {
        Address address = asked.address();
        Draft draft = address.answer(cn);
        String qn = asked.qn();
        if (address.version() != Version.V2005) {
            draft.qn(qn);
        } else {
            draft.maybe("QN", qn);
        }
        if (!name.isEmpty()) {
            draft.item(name, String.valueOf(result));
        }
        return draft.message();
    }
}
