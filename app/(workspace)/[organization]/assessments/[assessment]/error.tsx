"use client";

import { PageFailed } from "@/components/workspace/page-failed";

export default PageFailed;
