package org.luheng.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class LuhengApplication {
    public static void main(String[] args) {
        SpringApplication.run(LuhengApplication.class, args);
    }
}
