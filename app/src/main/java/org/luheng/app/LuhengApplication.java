package org.luheng.app;

import java.util.List;
import org.luheng.app.audit.Verification;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class LuhengApplication {
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("verify")) {
            var arguments = List.of(args).subList(1, args.length);
            System.exit(Verification.run(arguments, System.getenv(), System.in, System.out));
        }
        SpringApplication.run(LuhengApplication.class, args);
    }
}
